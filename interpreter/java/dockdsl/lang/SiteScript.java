package dockdsl.lang;

import groovy.lang.GroovyObject;
import groovy.lang.GroovySystem;
import groovy.lang.MetaClass;

/**
 * What every compiled file extends. Not Groovy's own script class: that would look up the methods Groovy adds to Java's classes,
 * which costs a tenth of a second, even for a file that uses none of them.
 */
public abstract class SiteScript implements GroovyObject {
    private Evaluation evaluation;
    private MetaClass metaClass;

    /** The file's statements. */
    public abstract Object run();

    final void evaluate(Evaluation evaluation) {
        this.evaluation = evaluation;
        run();
    }

    final Evaluation evaluation() {
        return evaluation;
    }

    @Override
    public MetaClass getMetaClass() {
        if (metaClass == null) {
            metaClass = GroovySystem.getMetaClassRegistry().getMetaClass(getClass());
        }
        return metaClass;
    }

    @Override
    public void setMetaClass(MetaClass metaClass) {
        this.metaClass = metaClass;
    }
}
