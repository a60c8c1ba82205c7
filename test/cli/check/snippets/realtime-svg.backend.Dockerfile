FROM lukemathwalker/cargo-chef:latest-rust-1.86 AS chef
WORKDIR /app

FROM chef AS planner
COPY . .
RUN cargo chef prepare --recipe-path recipe.json

FROM --platform=$BUILDPLATFORM rust:${RUST_VERSION}-bookworm AS builder

ARG TARGETPLATFORM

# 1. Platform → Rust target 매핑
RUN case "$TARGETPLATFORM" in \
      "linux/amd64") echo x86_64-unknown-linux-gnu > /rust_target.txt ;; \
      "linux/arm64") echo aarch64-unknown-linux-gnu > /rust_target.txt ;; \
      "linux/arm/v7") echo armv7-unknown-linux-gnueabihf > /rust_target.txt ;; \
      *) echo "ERROR: Unsupported platform $TARGETPLATFORM" && exit 1 ;; \
    esac

# 2. Rust 타겟 추가
RUN export RUST_TARGET=$(cat /rust_target.txt) && \
    echo "Adding Rust target: $RUST_TARGET" && \
    rustup target add $RUST_TARGET

# 3. 크로스 컴파일러 설치
RUN apt-get update && apt-get install -y --no-install-recommends \
    gcc-aarch64-linux-gnu \
    gcc-arm-linux-gnueabihf \
    gcc-x86-64-linux-gnu \
    libc6-dev-arm64-cross \
    libc6-dev-armhf-cross \
    libc6-dev-amd64-cross \
    && rm -rf /var/lib/apt/lists/*

# 4. cargo-chef로 종속성 빌드
COPY --from=planner /app/recipe.json recipe.json
RUN export RUST_TARGET=$(cat /rust_target.txt) && \
    case "$RUST_TARGET" in \
      "aarch64-unknown-linux-gnu") \
        export CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_LINKER=aarch64-linux-gnu-gcc ;; \
      "armv7-unknown-linux-gnueabihf") \
        export CARGO_TARGET_ARMV7_UNKNOWN_LINUX_GNUEABIHF_LINKER=arm-linux-gnueabihf-gcc ;; \
    esac && \
    cargo chef cook --release --target $RUST_TARGET --recipe-path recipe.json

# 5. 소스 코드 복사 및 최종 빌드
COPY . .
RUN export RUST_TARGET=$(cat /rust_target.txt) && \
    case "$RUST_TARGET" in \
      "aarch64-unknown-linux-gnu") \
        export CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_LINKER=aarch64-linux-gnu-gcc ;; \
      "armv7-unknown-linux-gnueabihf") \
        export CARGO_TARGET_ARMV7_UNKNOWN_LINUX_GNUEABIHF_LINKER=arm-linux-gnueabihf-gcc ;; \
    esac && \
    cargo build --release --target $RUST_TARGET --bin ${TARGET_BINARY} && \
    mv target/$RUST_TARGET/release/${TARGET_BINARY} /app/${TARGET_BINARY}

FROM debian:bookworm-slim AS runtime

# 런타임 종속성 설치
RUN apt-get update && apt-get install -y --no-install-recommends \
    ca-certificates \
    tini \
    && rm -rf /var/lib/apt/lists/*

# 바이너리 복사
ARG TARGET_BINARY=backend
COPY --from=builder /app/${TARGET_BINARY} /usr/local/bin/${TARGET_BINARY}

# 실행 권한 부여
RUN chmod +x /usr/local/bin/${TARGET_BINARY}

# tini를 PID 1로 사용
ENTRYPOINT ["/usr/bin/tini", "--"]
CMD ["/usr/local/bin/${TARGET_BINARY}"]

LABEL org.opencontainers.image.title="realtime-svg-backend"
LABEL org.opencontainers.image.description="Multiplatform Rust backend for realtime-svg"
LABEL org.opencontainers.image.version="${VERSION}"
LABEL org.opencontainers.image.platform="${TARGETPLATFORM}"
ENV PATH="/usr/local/bin:${PATH}"
