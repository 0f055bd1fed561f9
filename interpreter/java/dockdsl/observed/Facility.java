package dockdsl.observed;

/** Something that an engine can keep containers to only where its kernel can count or limit it. */
public enum Facility {
    MEMORY("MemoryLimit"),
    SWAP("SwapLimit"),
    CPU_SHARES("CPUShares"),
    CPU_QUOTA("CpuCfsQuota"),
    CPU_PERIOD("CpuCfsPeriod"),
    CPUSET("CPUSet"),
    PIDS("PidsLimit");

    private final String field;

    Facility(String field) {
        this.field = field;
    }

    /** Where {@code GET /info} tells whether the engine has it. */
    public String field() {
        return field;
    }
}
