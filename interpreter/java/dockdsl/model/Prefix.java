package dockdsl.model;

import dockdsl.value.Donor;
import dockdsl.value.Link;
import dockdsl.value.Mount;
import dockdsl.value.NetworkMembership;
import dockdsl.vocabulary.ContainerWords;
import dockdsl.vocabulary.Kinds;
import dockdsl.vocabulary.Setting;
import dockdsl.vocabulary.SharingWords;
import java.util.SortedSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What all names of a site begin with on its hosts. What is external keeps its name, and links keep their aliases. */
public record Prefix(String text) {

    /** The site as its hosts shall have it. */
    public Site of(Site site) {
        if (text.isEmpty()) {
            return site;
        }
        Predicate<String> foreignNetwork =
                name -> site.network(name).filter(NetworkSpec::isExternal).isPresent();
        Predicate<String> foreignVolume =
                name -> site.volume(name).filter(VolumeSpec::isExternal).isPresent();
        return new Site(
                site.name(),
                site.docker(),
                site.registries(),
                site.networks().stream()
                        .map(network -> network.isExternal()
                                ? network
                                : new NetworkSpec(text + network.name(), network.settings(), network.where()))
                        .toList(),
                site.volumes().stream()
                        .map(volume -> volume.isExternal()
                                ? volume
                                : new VolumeSpec(text + volume.name(), volume.settings(), volume.where()))
                        .toList(),
                site.containers().stream()
                        .map(container -> container(container, foreignNetwork, foreignVolume))
                        .toList(),
                site.environment(),
                site.rollout(),
                site.secrets(),
                site.where());
    }

    private ContainerSpec container(
            ContainerSpec spec, Predicate<String> foreignNetwork, Predicate<String> foreignVolume) {
        Declared settings =
                each(spec.settings(), ContainerWords.LINK, link -> new Link(text + link.target(), link.alias()));
        settings = each(settings, ContainerWords.DEPENDS_ON, target -> text + target);
        settings = each(
                settings, SharingWords.VOLUMES_FROM, donor -> new Donor(text + donor.container(), donor.readOnly()));
        for (Setting<String> mode : SharingWords.MODES) {
            settings = lent(settings, mode);
        }
        settings = each(
                settings,
                ContainerWords.NETWORKS,
                member -> foreignNetwork.test(member.network())
                        ? member
                        : new NetworkMembership(text + member.network(), member.aliases(), member.attachment()));
        settings = each(
                settings,
                ContainerWords.VOLUME,
                mount -> mount.type() != Mount.Type.VOLUME || foreignVolume.test(mount.source())
                        ? mount
                        : new Mount(
                                mount.type(),
                                text + mount.source(),
                                mount.target(),
                                mount.readOnly(),
                                mount.options()));
        return new ContainerSpec(
                text + spec.name(), spec.instance(), spec.host(), spec.image(), spec.build(), settings, spec.where());
    }

    private Declared lent(Declared settings, Setting<String> mode) {
        return settings.find(mode)
                .flatMap(Donor::ofMode)
                .map(donor -> settings.with(
                        mode, Donor.mode(text + donor), settings.where(mode).orElseThrow()))
                .orElse(settings);
    }

    private static <E extends Comparable<? super E>> Declared each(
            Declared settings, Setting<SortedSet<E>> setting, UnaryOperator<E> change) {
        return settings.find(setting)
                .map(elements -> settings.with(
                        setting,
                        Kinds.sorted(elements.stream().map(change).toList()),
                        settings.where(setting).orElseThrow()))
                .orElse(settings);
    }
}
