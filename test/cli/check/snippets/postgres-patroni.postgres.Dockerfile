# Build stage (optional, for complex builds)
FROM base-image AS builder
# Build dependencies and artifacts

# Setup stage
FROM base-image AS setup
# Install system dependencies
# Install application dependencies
# Create necessary directories

# Runtime stage
FROM base-image AS runtime
# Copy setup results
# Copy entrypoint scripts
# Set runtime configuration

# Early copies (stable files)
COPY setup/scripts/ /opt/container/setup/scripts/
COPY config/ /opt/container/config/

# Late copies (volatile files)
COPY entrypoint.sh /opt/container/
COPY entrypoint.d/ /opt/container/entrypoint.d/

HEALTHCHECK --interval=30s --timeout=10s --start-period=60s --retries=3 \
    CMD /opt/container/scripts/healthcheck.sh
