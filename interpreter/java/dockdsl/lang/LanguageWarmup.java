package dockdsl.lang;

import groovy.lang.GroovySystem;

/** Gets Groovy ready beside other work: looking through the methods it adds to Java's classes takes a tenth of a second. */
public final class LanguageWarmup {
    private LanguageWarmup() {}

    /** Returns at once. */
    public static void start() {
        Thread.ofPlatform().daemon().name("groovy-warmup").start(GroovySystem::getMetaClassRegistry);
    }
}
