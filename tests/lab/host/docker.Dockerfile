# The bare host after the steps with which a bootstrap puts Docker on it.
ARG BARE
FROM ${BARE}

ARG INSECURE
RUN mkdir -p /etc/docker \
 && echo "{ \"insecure-registries\": [\"${INSECURE}\"] }" > /etc/docker/daemon.json \
 && apt-get update \
 && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends docker.io \
 && apt-get clean \
 && rm -rf /var/lib/apt/lists/* \
 && usermod -aG docker ops
