package dockdsl.cli;

import dockdsl.cli.screen.Screen;
import dockdsl.cli.text.Line;

/** {@code dockdsl version}: what is running, for bug reports. */
record VersionCommand(Screen screen) {
    int run() {
        screen.say(
                Line.of("dockdsl " + version() + " (Java " + Runtime.version().feature() + ")"));
        return ExitCode.OK;
    }

    static String version() {
        String version = VersionCommand.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
