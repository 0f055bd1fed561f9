# A host as a provider hands it over: Debian, systemd, sshd, three users, no Docker.
ARG REGISTRY
FROM ${REGISTRY}/debian:12

RUN apt-get update \
 && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
      systemd systemd-sysv dbus libpam-systemd openssh-server sudo ca-certificates \
      iproute2 iptables iputils-ping procps cron curl \
 && apt-get clean \
 && rm -rf /var/lib/apt/lists/* /etc/ssh/ssh_host_* \
 && truncate -s 0 /etc/machine-id

# deploy becomes root by sudo; ops may (where there is Docker) talk to the engine and nothing else.
RUN useradd -m -u 1001 -s /bin/bash deploy \
 && useradd -m -u 1002 -s /bin/bash ops \
 && echo 'deploy ALL=(ALL) NOPASSWD: ALL' > /etc/sudoers.d/deploy \
 && chmod 0440 /etc/sudoers.d/deploy

# What belongs to a machine and not to a container.
RUN systemctl mask getty.target systemd-logind.service systemd-udevd.service systemd-udev-trigger.service \
      systemd-resolved.service systemd-timesyncd.service apt-daily.timer apt-daily-upgrade.timer

STOPSIGNAL SIGRTMIN+3
CMD ["/sbin/init"]
