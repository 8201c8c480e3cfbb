# One image for web, worker, beat and release: docker-compose.yml tells them apart.
FROM node:22-bookworm-slim AS npm
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund

# Backup and restore: PostgreSQL's own programs; a new volume gets the owner that /data has here.
FROM postgres:18 AS tools
RUN install -d -o 10001 -g 10001 /data
COPY compose/backup.sh compose/restore.sh /compose/
ENV DATA_DIR=/data

FROM python:3.12-slim-bookworm
RUN apt-get update \
 && apt-get install -y --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-dejavu-core \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --uid 10001 naryad \
 && install -d -o naryad -g naryad /data
ENV PYTHONUNBUFFERED=1 DATA_DIR=/data
WORKDIR /app
COPY requirements.txt ./
RUN pip install --no-cache-dir -r requirements.txt
COPY --from=npm /app/node_modules node_modules
COPY . .
RUN python -m launch.catalogues && python -m compileall -q .
USER naryad
VOLUME /data
EXPOSE 8000
CMD ["gunicorn", "--bind=0.0.0.0:8000", "crm.wsgi:application"]
