package dockdsl.notify;

import dockdsl.model.Notifier;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;

/**
 * A message by mail.
 *
 * @param fromTheBeginning whether the server speaks TLS before anything else
 */
record Letter(Notifier.Way.Mail mail, Duration timeout, Trust trust, boolean fromTheBeginning) {
    private static final int TLS_FROM_THE_BEGINNING = 465;

    static Letter by(Notifier.Way.Mail mail, Duration timeout, Trust trust) {
        boolean fromTheBeginning =
                mail.port() == TLS_FROM_THE_BEGINNING && mail.tls().orElse(true);
        return new Letter(mail, timeout, trust, fromTheBeginning);
    }

    void send(Message message) throws NotTold {
        Session session = Session.getInstance(properties());
        try (Transport transport = session.getTransport("smtp")) {
            MimeMessage letter = letter(session, message);
            if (mail.login().isPresent()) {
                Notifier.Login login = mail.login().get();
                transport.connect(login.username(), login.password().revealText());
            } else {
                transport.connect();
            }
            transport.sendMessage(letter, letter.getAllRecipients());
        } catch (MessagingException e) {
            throw new NotTold(why(e), e);
        }
    }

    private String why(MessagingException e) {
        Optional<String> fault = Fault.of(e);
        if (fault.isPresent()) {
            return "there is no connection to " + mail.host() + ":" + mail.port() + ": " + fault.get();
        }
        if (String.valueOf(e.getMessage()).startsWith("STARTTLS is required")) {
            return mail.host() + ":" + mail.port() + " offers no TLS (STARTTLS): nothing was sent;"
                    + " take its port for TLS, 465 as a rule, or say `tls: false`";
        }
        String what = String.valueOf(e.getMessage()).strip();
        Exception cause = e.getNextException();
        return cause == null || what.contains(String.valueOf(cause.getMessage()))
                ? what
                : what + ": " + cause.getMessage();
    }

    private MimeMessage letter(Session session, Message message) throws MessagingException {
        MimeMessage letter = new MimeMessage(session);
        letter.setFrom(new InternetAddress(mail.from().orElseGet(() -> sender(message.machine()))));
        for (String to : mail.to()) {
            letter.addRecipient(RecipientType.TO, new InternetAddress(to));
        }
        letter.setSubject(message.summary().replaceAll("\\s+", " "), StandardCharsets.UTF_8.name());
        letter.setText(message.text(), StandardCharsets.UTF_8.name());
        letter.setHeader("Auto-Submitted", "auto-generated");
        letter.setHeader("X-Dockdsl-Site", message.site());
        letter.setSentDate(Date.from(message.when()));
        return letter;
    }

    private static String sender(String machine) {
        String host = machine.substring(machine.indexOf('@') + 1).replaceAll("[^a-zA-Z0-9.-]", "");
        return "dockdsl@" + (host.isEmpty() ? "localhost" : host);
    }

    /** A password is not sent in clear text unless the site says so. */
    private Properties properties() throws NotTold {
        boolean required = mail.tls().orElse(mail.login().isPresent());
        Properties properties = new Properties();
        properties.put("mail.smtp.host", mail.host().replaceAll("[\\[\\]]", ""));
        properties.put("mail.smtp.port", String.valueOf(mail.port()));
        properties.put("mail.smtp.auth", String.valueOf(mail.login().isPresent()));
        properties.put("mail.smtp.ssl.enable", String.valueOf(fromTheBeginning));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put(
                "mail.smtp.starttls.enable",
                String.valueOf(!fromTheBeginning && mail.tls().orElse(true)));
        properties.put("mail.smtp.starttls.required", String.valueOf(!fromTheBeginning && required));
        if (mail.tls().orElse(true)) {
            properties.put("mail.smtp.ssl.socketFactory", trust.context().getSocketFactory());
        }
        for (String wait : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.put("mail.smtp." + wait, String.valueOf(timeout.toMillis()));
        }
        return properties;
    }
}
