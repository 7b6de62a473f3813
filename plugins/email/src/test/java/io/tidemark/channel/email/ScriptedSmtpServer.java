package io.tidemark.channel.email;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A real SMTP server on this machine that misbehaves to order, and keeps what it was told. */
final class ScriptedSmtpServer implements AutoCloseable {
    /** In place of a command: the greeting, the mail itself, the final dot. */
    static final String BANNER = "banner";

    static final String CONTENT = "content";
    static final String DOT = "dot";

    /** In place of an answer: ends the connection, or says nothing more. */
    static final String DROP = "drop";

    static final String HANG = "hang";

    private final ServerSocket server;
    private final Map<String, Deque<String>> script = new ConcurrentHashMap<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<String> mails = new CopyOnWriteArrayList<>();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private volatile List<String> extensions = List.of("PIPELINING", "ENHANCEDSTATUSCODES");
    private volatile SSLContext tls;

    ScriptedSmtpServer() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Answers commands that start like this, one answer after the other; the last one stays. */
    ScriptedSmtpServer answering(String start, String... answers) {
        script.put(start, new ArrayDeque<>(Arrays.asList(answers)));
        return this;
    }

    ScriptedSmtpServer offering(String... names) {
        extensions = List.of(names);
        return this;
    }

    ScriptedSmtpServer with(Certificate certificate) throws Exception {
        tls = certificate.context();
        return this;
    }

    /** What came before and between the mails, one command each. */
    List<String> commands() {
        return commands;
    }

    List<String> commands(String start) {
        return commands.stream().filter(command -> command.startsWith(start)).toList();
    }

    /** The mails that came up to their final dot, without the dots that were stuffed. */
    List<String> mails() {
        return mails;
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                connections.add(socket);
                daemon(() -> serve(socket));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket plain) {
        try (plain) {
            Line line = new Line(plain);
            if (!answered(line, BANNER, "220 ready")) {
                return;
            }
            for (String command = line.read(); command != null; command = line.read()) {
                commands.add(command);
                if (command.equals("STARTTLS") && tls != null) {
                    line.say("220 go ahead");
                    line = new Line(encrypted(plain));
                } else if (!answered(line, command, usual(command))
                        || (command.equals("DATA") && line.said("354") && !mail(line))) {
                    return;
                }
            }
        } catch (IOException gone) {
            // The client left.
        }
    }

    private boolean mail(Line line) throws IOException {
        if (script.containsKey(CONTENT) && !answered(line, CONTENT, "")) {
            return false;
        }
        List<String> content = new ArrayList<>();
        String read = line.read();
        while (read != null && !read.equals(".")) {
            content.add(read.startsWith(".") ? read.substring(1) : read);
            read = line.read();
        }
        if (read != null) {
            mails.add(String.join("\r\n", content) + "\r\n");
        }
        return read != null && answered(line, DOT, "250 2.0.0 taken");
    }

    private boolean answered(Line line, String command, String usual) throws IOException {
        String answer = script.entrySet().stream()
                .filter(entry -> command.startsWith(entry.getKey()))
                .map(entry -> next(entry.getValue()))
                .findFirst()
                .orElse(usual);
        if (answer.equals(HANG)) {
            while (line.read() != null) {
                commands.add("after the silence");
            }
        }
        if (answer.equals(HANG) || answer.equals(DROP)) {
            return false;
        }
        line.say(answer);
        return true;
    }

    private static String next(Deque<String> answers) {
        synchronized (answers) {
            return answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
        }
    }

    private String usual(String command) {
        String verb = command.split("[ :]", 2)[0];
        return switch (verb) {
            case "EHLO" -> greeting();
            case "DATA" -> "354 go on";
            case "AUTH" -> "235 2.7.0 welcome";
            case "QUIT" -> "221 bye";
            default -> "250 2.1.0 fine";
        };
    }

    private String greeting() {
        StringBuilder greeting = new StringBuilder();
        extensions.forEach(
                extension -> greeting.append("250-").append(extension).append("\r\n"));
        return greeting.insert(0, "250-relay.example.org\r\n")
                .append("250 HELP")
                .toString();
    }

    private SSLSocket encrypted(Socket plain) throws IOException {
        SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket(plain, null, plain.getPort(), true);
        socket.setUseClientMode(false);
        return socket;
    }

    private static void daemon(Runnable code) {
        Thread thread = new Thread(code, "scripted-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    /** One side of a connection. */
    private static final class Line {
        private final Socket socket;
        private final BufferedReader reader;
        private String last = "";

        Line(Socket socket) {
            this.socket = socket;
            try {
                this.reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String read() throws IOException {
            return reader.readLine();
        }

        void say(String answer) throws IOException {
            last = answer;
            socket.getOutputStream().write((answer + "\r\n").getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
        }

        boolean said(String code) {
            return last.startsWith(code);
        }
    }
}
