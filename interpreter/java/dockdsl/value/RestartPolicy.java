package dockdsl.value;

/**
 * What the engine does when a container's process ends.
 *
 * @param name {@code no}, {@code always}, {@code unless-stopped} or {@code on-failure}
 * @param retries how often {@code on-failure} tries; 0 means without end
 */
public record RestartPolicy(String name, int retries) {
    public static final RestartPolicy NEVER = new RestartPolicy("no", 0);
    public static final RestartPolicy ALWAYS = new RestartPolicy("always", 0);
    public static final RestartPolicy UNLESS_STOPPED = new RestartPolicy("unless-stopped", 0);

    private static final String CHOICES = "Write always, unlessStopped, never, onFailure or onFailure(5).";

    public RestartPolicy {
        if (retries < 0) {
            throw new Malformed("a number of retries is not negative", CHOICES);
        }
        if (retries > 0 && !name.equals("on-failure")) {
            throw new Malformed("only onFailure takes a number of retries, " + name + " does not", CHOICES);
        }
    }

    public static RestartPolicy onFailure(int retries) {
        return new RestartPolicy("on-failure", retries);
    }

    /**
     * Reads Docker's spellings too: {@code on-failure:5}, {@code unless-stopped}, {@code no}.
     *
     * @throws Malformed when it is none of them
     */
    public static RestartPolicy parse(String text) {
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        int retries = colon < 0 ? 0 : count(text, text.substring(colon + 1));
        return switch (name) {
            case "", "no", "never" -> new RestartPolicy("no", retries);
            case "always" -> new RestartPolicy("always", retries);
            case "unless-stopped", "unlessStopped" -> new RestartPolicy("unless-stopped", retries);
            case "on-failure", "onFailure" -> onFailure(retries);
            default -> throw new Malformed("'" + text + "' is not a restart policy", CHOICES);
        };
    }

    private static int count(String text, String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException notANumber) {
            throw new Malformed("'" + text + "' is not a restart policy", CHOICES);
        }
    }

    @Override
    public String toString() {
        return retries == 0 ? name : name + ":" + retries;
    }
}
