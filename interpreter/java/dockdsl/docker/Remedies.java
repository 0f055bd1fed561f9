package dockdsl.docker;

import java.util.List;

/** What to do when an engine says no. */
final class Remedies {
    /** @param sign words of the engine by which a refusal is known */
    private record Remedy(String sign, String advice) {}

    /** The first that fits is taken, so the special stand before the general. */
    private static final List<Remedy> KNOWN = List.of(
            new Remedy("server gave HTTP response to HTTPS client", Remedies.PLAIN_HTTP),
            new Remedy("http: server gave HTTP", Remedies.PLAIN_HTTP),
            new Remedy("certificate signed by unknown authority", Remedies.CERTIFICATE),
            new Remedy("certificate is", Remedies.CERTIFICATE),
            new Remedy("toomanyrequests", "The registry limits downloads; log in with `registry`, or use a mirror."),
            new Remedy("pull access denied", Remedies.LOGIN),
            new Remedy("no basic auth credentials", Remedies.LOGIN),
            new Remedy("unauthorized", Remedies.LOGIN),
            new Remedy("authentication required", Remedies.LOGIN),
            new Remedy("denied: requested access", Remedies.LOGIN),
            new Remedy("manifest unknown", Remedies.NO_SUCH_VERSION),
            new Remedy("name unknown", Remedies.NO_SUCH_VERSION),
            new Remedy("repository name not known", Remedies.NO_SUCH_VERSION),
            new Remedy("manifest for", Remedies.NO_SUCH_VERSION),
            new Remedy(
                    "no matching manifest",
                    "The image is not made for this host's processor; build it for that platform too."),
            new Remedy("no space left on device", Remedies.DISK_FULL),
            new Remedy("disk quota exceeded", Remedies.DISK_FULL),
            new Remedy("no such host", Remedies.REGISTRY_OUT_OF_REACH),
            new Remedy("no route to host", Remedies.REGISTRY_OUT_OF_REACH),
            new Remedy("network is unreachable", Remedies.REGISTRY_OUT_OF_REACH),
            new Remedy("connection refused", Remedies.REGISTRY_OUT_OF_REACH),
            new Remedy("i/o timeout", Remedies.REGISTRY_OUT_OF_REACH),
            new Remedy("Client.Timeout exceeded", Remedies.REGISTRY_OUT_OF_REACH),
            new Remedy("TLS handshake timeout", Remedies.REGISTRY_OUT_OF_REACH),
            new Remedy(
                    "address already in use",
                    "A program outside of Docker listens on this port: see `ss -ltnp` on the host."),
            new Remedy("port is already allocated", "Publish another port, or stop what has this one."),
            new Remedy(
                    "is already in use by container",
                    "Somebody else made a container of this name: rename or remove it, or call yours otherwise."),
            new Remedy(
                    "network with name",
                    "It was made since this run looked: run again. If another site made it, give yours another name."),
            new Remedy("bind source path does not exist", Remedies.NO_SUCH_PATH),
            new Remedy("error while creating mount source path", Remedies.NO_SUCH_PATH),
            new Remedy("mount path must be absolute", "Begin the path in the container with a slash."),
            new Remedy(
                    "not a directory",
                    "A file can only be mounted over a file, and a directory over a directory: check what is there on the host."),
            new Remedy("No such image", "It was removed since it was pulled; run again, or take back `pull never`."),
            new Remedy(
                    "open /proc/sys/",
                    "The host's kernel has no such setting, or gives none to containers: check `sysctls`."),
            new Remedy("executable file not found", Remedies.NO_SUCH_PROGRAM),
            new Remedy("no such file or directory: unknown", Remedies.NO_SUCH_PROGRAM),
            new Remedy(": stat /", Remedies.NO_SUCH_PROGRAM),
            new Remedy("permission denied: unknown", "The program in the image is not executable: `chmod +x` it."),
            new Remedy("exec format error", "The image is made for another processor than this host's."),
            new Remedy("could not select device driver", Remedies.NO_GPU),
            new Remedy("nvidia-container-cli", Remedies.NO_GPU),
            new Remedy("unresolvable CDI devices", "Name devices that `nvidia-ctk cdi list` shows on the host."),
            new Remedy("--storage-opt is supported only", Remedies.NO_QUOTA),
            new Remedy("--storage-opt is not supported", Remedies.NO_QUOTA),
            new Remedy("Storage driver does not support", Remedies.NO_QUOTA),
            new Remedy("Unknown option", "Check `storageOpt`: overlay2 knows `size` only."),
            new Remedy(
                    "cannot assign requested address",
                    "The host has no such address: see `ip address` there, and check `publish`."),
            new Remedy(
                    "no matching entries in passwd", "The image knows no such user: check `user`, or give a number."),
            new Remedy(
                    "no matching entries in group", "The image knows no such group: check `groups`, or give a number."),
            new Remedy("unknown capability", "Check `capAdd` and `capDrop`: capabilities(7) has the names."),
            new Remedy("is not in a separate kernel namespace", Remedies.HOSTS_SYSCTL),
            new Remedy("not allowed in host network namespace", Remedies.HOSTS_SYSCTL),
            new Remedy(
                    "logging plugin", "The engine has no such `logDriver`: `docker info` on the host lists its own."),
            new Remedy("unknown log opt", "Check `logOptions`: the log driver knows no option of this name."),
            new Remedy("gathering device information", "The host has no such device: check `devices`."),
            new Remedy("nknown or invalid runtime", Remedies.NO_RUNTIME),
            new Remedy("nknown runtime specified", Remedies.NO_RUNTIME),
            new Remedy("cpu.rt_", Remedies.NO_REALTIME),
            new Remedy("real-time", Remedies.NO_REALTIME),
            new Remedy("Requested CPUs are not available", "Give `cpuset` processors that the host has."),
            new Remedy("Requested memory nodes are not available", "Give `cpusetMems` nodes that the host has."),
            new Remedy("emory limit", "Give it more memory: an engine wants 6m at least."),
            new Remedy("Range of CPUs", "Give `cpus` a number that the host has."),
            new Remedy("has active endpoints", "Containers of others are in this network; disconnect them first."),
            new Remedy("volume is in use", "Containers of others mount this volume; remove them first."),
            new Remedy(
                    "could not find an available, non-overlapping",
                    "The engine ran out of subnets; remove unused networks with `docker network prune`."),
            new Remedy("is not running", "Start it, and see its last lines with `dockdsl logs`."),
            new Remedy("is restarting", "It ends again and again: see its last lines with `dockdsl logs`."),
            new Remedy("does not support reading", "Its log driver keeps nothing that could be read here."));

    private static final String PLAIN_HTTP =
            "The registry speaks plain HTTP: write `registry 'ADDRESS', insecure: true`, and bootstrap tells the engine.";
    private static final String CERTIFICATE =
            "Put the registry's CA certificate into /etc/docker/certs.d/ADDRESS/ca.crt on the host.";
    private static final String LOGIN =
            "Check the image's name, and the login: `registry 'ADDRESS', username: '...', password: secret('...')`.";
    private static final String NO_SUCH_VERSION = "Check the image's name and tag; nobody pushed this one.";
    private static final String DISK_FULL =
            "The host's disk is full: `docker system df` shows what takes it, `docker image prune -a` frees unused images.";
    static final String REGISTRY_OUT_OF_REACH =
            "The host itself must reach the registry: check its name service, firewall and proxy.";
    private static final String NO_SUCH_PATH =
            "The path must exist on the host before it is mounted: create it there, or use a named volume.";
    private static final String NO_SUCH_PROGRAM =
            "There is no such program in the image: check `command` and `entrypoint`.";

    private static final String HOSTS_SYSCTL =
            "Containers have settings of the kernel of their own only below net, fs.mqueue and parts of kernel, and those of the network "
                    + "only with a network of their own: set others on the host.";
    private static final String NO_REALTIME =
            "The host gives its containers no time for real-time tasks: let the engine hand some on (`daemon cpuRtRuntime: 950000`), give "
                    + "`cpuRealtimeRuntime` less than that, or take it out. Hosts with cgroup v2 have none to give.";
    private static final String NO_RUNTIME =
            "The engine has no such `runtime`: `docker info` on the host lists them, `daemon runtimes: [...]` adds one.";
    private static final String NO_GPU =
            "The host needs the driver of its GPU and the engine the maker's toolkit: for NVIDIA install nvidia-container-toolkit, run "
                    + "`nvidia-ctk runtime configure --runtime=docker` and restart the engine. Or take `gpus` out of its block.";
    private static final String NO_QUOTA =
            "The engine can keep `storageOpt size:` only where its data is on XFS that is mounted with `pquota`: move it there "
                    + "(`daemon dataRoot: '...'`), or take `storageOpt` out of its block.";

    private Remedies() {}

    /** @param registry the address that stands in an advice; any text where no registry is involved */
    static String of(Refusal refusal, String registry) {
        for (Remedy remedy : KNOWN) {
            if (refusal.says(remedy.sign())) {
                return remedy.advice().replace("ADDRESS", registry);
            }
        }
        return "";
    }
}
