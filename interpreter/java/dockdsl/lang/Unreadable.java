package dockdsl.lang;

import groovy.lang.GroovyInterceptable;
import groovy.lang.GroovySystem;
import groovy.lang.MetaClass;

/** Stands for a value that could not be read, and for all that is asked of it; what was wrong is told already. */
final class Unreadable implements GroovyInterceptable {
    static final Unreadable VALUE = new Unreadable();

    private Unreadable() {}

    @Override
    public Object invokeMethod(String name, Object arguments) {
        return name.equals("asBoolean") ? (Object) true : this;
    }

    @Override
    public Object getProperty(String name) {
        return this;
    }

    @Override
    public void setProperty(String name, Object value) {
        // Nothing can be kept in what is not there.
    }

    @Override
    public MetaClass getMetaClass() {
        return GroovySystem.getMetaClassRegistry().getMetaClass(Unreadable.class);
    }

    @Override
    public void setMetaClass(MetaClass metaClass) {
        throw new UnsupportedOperationException();
    }
}
