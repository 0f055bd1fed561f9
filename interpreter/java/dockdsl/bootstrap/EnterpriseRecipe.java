package dockdsl.bootstrap;

import dockdsl.model.DockerSpec.Source;

/** RHEL, CentOS, Rocky, Alma and Oracle: they carry no engine, so it always comes from Docker's repository. */
final class EnterpriseRecipe implements Recipe {
    @Override
    public Offer offer(HostFacts facts, Source source) {
        return new RpmRepository(facts.os().id().equals("rhel") ? "rhel" : "centos").offer(facts);
    }
}
