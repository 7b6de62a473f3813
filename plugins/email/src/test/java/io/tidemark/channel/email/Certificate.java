package io.tidemark.channel.email;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate for one name or address that nobody signed but itself. */
record Certificate(Path store, String pem) {
    static final String PASSWORD = "changeit";

    /** With a subject alternative name such as {@code ip:127.0.0.1}. */
    static Certificate of(String alternativeName, Path folder) throws Exception {
        Path store = folder.resolve("server.p12");
        keytool(folder, store, "-genkeypair", "-keyalg", "EC", "-dname", "CN=relay", "-ext", "san=" + alternativeName);
        Path pem = folder.resolve("server.pem");
        keytool(folder, store, "-exportcert", "-rfc", "-file", pem.toString());
        return new Certificate(store, Files.readString(pem));
    }

    SSLContext context() throws Exception {
        KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static void keytool(Path folder, Path store, String... arguments) throws IOException, InterruptedException {
        Path log = folder.resolve("keytool.log");
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of(
                "-alias", "server", "-storetype", "PKCS12", "-storepass", PASSWORD, "-keystore", store.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(Files.readString(log));
        }
    }
}
