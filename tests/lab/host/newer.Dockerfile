# The bare host with the engine of a later Debian; SUITE says which. CONTAINERD lets containerd keep the images.
ARG BARE
FROM ${BARE}

ARG INSECURE
ARG SUITE
ARG CONTAINERD=false
RUN mkdir -p /etc/docker \
 && echo "{ \"insecure-registries\": [\"${INSECURE}\"], \"features\": { \"containerd-snapshotter\": ${CONTAINERD} } }" > /etc/docker/daemon.json \
 && echo "deb [check-valid-until=no] http://deb.debian.org/debian ${SUITE} main" > /etc/apt/sources.list.d/newer.list \
 && apt-get update \
 && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends -t "${SUITE}" \
      docker.io docker-cli base-files \
 && apt-get clean \
 && rm -rf /var/lib/apt/lists/* /etc/apt/sources.list.d/newer.list \
 && usermod -aG docker ops
