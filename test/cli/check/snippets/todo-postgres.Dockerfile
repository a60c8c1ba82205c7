# Use official PostgreSQL Alpine image
FROM postgres:15-alpine

# Optional: Custom initialization scripts
COPY ./init-scripts/*.sql /docker-entrypoint-initdb.d/
