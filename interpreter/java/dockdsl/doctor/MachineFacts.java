package dockdsl.doctor;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What was gathered of the machine that dockdsl runs on.
 *
 * @param java its version, such as 25
 * @param home of the user
 * @param homeWritable whether known_hosts and caches can be written
 * @param cacheFree bytes that are free where caches are; below zero when nobody knows
 * @param openKeys private keys to which others have rights
 * @param keys private keys of the user
 * @param agentSaid what SSH_AUTH_SOCK says; empty when there is none
 * @param agentKeys how many keys the agent has; empty when it does not answer
 * @param unreadable files of SSH that are there and can't be read
 * @param writableByOthers files of SSH that others may write
 * @param foreign files of SSH that belong to other users
 * @param configuration of SSH
 * @param odd lines of known_hosts that say nothing
 * @param terminal what TERM says, when there is a terminal
 */
record MachineFacts(
        int java,
        Path home,
        boolean homeWritable,
        long cacheFree,
        List<Path> openKeys,
        List<Path> keys,
        String agentSaid,
        OptionalInt agentKeys,
        List<Path> unreadable,
        List<Path> writableByOthers,
        List<Path> foreign,
        SshConfiguration configuration,
        List<Integer> odd,
        Optional<String> terminal) {
    MachineFacts {
        openKeys = List.copyOf(openKeys);
        keys = List.copyOf(keys);
        unreadable = List.copyOf(unreadable);
        writableByOthers = List.copyOf(writableByOthers);
        foreign = List.copyOf(foreign);
        odd = List.copyOf(odd);
    }
}
