# Two stages: the first has pip and the sources, the second only what runs.
FROM python:3.11-slim-bookworm AS build
WORKDIR /src
RUN python -m venv /opt/linli
COPY requirements.lock ./
RUN /opt/linli/bin/pip install --no-cache-dir -r requirements.lock
COPY pyproject.toml README.md LICENSE ./
COPY accessibility ./accessibility
COPY api ./api
COPY bot ./bot
COPY locales ./locales
RUN /opt/linli/bin/pip install --no-cache-dir --no-deps .
# The rules of understanding are made ready once, here: who runs the image may not write there.
RUN echo hello | /opt/linli/bin/linli understand > /dev/null

FROM python:3.11-slim-bookworm
RUN apt-get update \
    && apt-get install -y --no-install-recommends libespeak-ng1 \
    && rm -rf /var/lib/apt/lists/*
RUN useradd --system --uid 10001 --user-group --home-dir /var/lib/linli linli \
    && install -d -o linli -g linli -m 0700 /var/lib/linli
COPY --from=build /opt/linli /opt/linli
ENV PATH=/opt/linli/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    LINLI_HOST=0.0.0.0 \
    LINLI_PORT=8000
# The database and the key file are made in the working directory's linli-data/.
WORKDIR /var/lib/linli
VOLUME /var/lib/linli
USER linli
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
    CMD ["python", "-c", "import os, urllib.request as r; r.urlopen('http://127.0.0.1:' + os.environ['LINLI_PORT'] + '/healthz', timeout=4)"]
CMD ["linli", "run"]
