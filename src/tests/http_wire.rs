//! What no in-process request can be: bytes on a wire to the real program.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::support::Scratch;
use crate::{http, http_market};

/// The program, serving at a port of its own.
struct Served {
    child: Child,
    address: String,
    _scratch: Scratch,
    _folder: tempfile::TempDir,
}

impl Served {
    async fn start() -> Self {
        let scratch = Scratch::sqlite();
        let db = scratch.db().await;
        http_market::fill(&db).await;
        db.close().await;
        let folder = tempfile::tempdir().unwrap();
        let settings = folder.path().join("Leptos.toml");
        std::fs::write(&settings, "log = \"off\"\n").unwrap();
        let mut child = Command::new(env!("CARGO_BIN_EXE_slate"))
            .args(["--now", http::IN_SEASON, "serve"])
            .args(["--addr", "127.0.0.1:0", "--database"])
            .arg(format!("sqlite:{}", scratch.url.path().unwrap().display()))
            .arg("--data-dir")
            .arg(folder.path())
            .arg("--config")
            .arg(&settings)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut said = String::new();
        BufReader::new(child.stdout.take().unwrap())
            .read_line(&mut said)
            .unwrap();
        let address = said.trim().rsplit("http://").next().unwrap().to_owned();
        Self {
            child,
            address,
            _scratch: scratch,
            _folder: folder,
        }
    }

    /// The head and the body of the answer to these bytes.
    fn send(&self, bytes: &[u8]) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream
            .set_read_timeout(Some(Duration::from_secs(20)))
            .unwrap();
        // A server that has refused does not read to the end.
        let _ = stream.write_all(bytes);
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        String::from_utf8_lossy(&answer).into_owned()
    }

    fn get(&self, address: &[u8]) -> String {
        self.send(
            &[
                b"GET ",
                address,
                b" HTTP/1.1\r\nHost: market.example\r\nConnection: close\r\n\r\n",
            ]
            .concat(),
        )
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whatever_comes_over_the_wire_the_server_goes_on() {
    let served = Served::start().await;
    assert!(served.get(b"/titles").starts_with("HTTP/1.1 200 "));
    let long = [b"/api/v1/titles?q=".to_vec(), vec![b'a'; 1 << 20]].concat();
    let answer = served.get(&long);
    let refused = ["HTTP/1.1 414 ", "HTTP/1.1 431 "]
        .iter()
        .any(|status| answer.starts_with(status));
    assert!(refused && answer.contains("too long"), "{answer}");
    for (address, status) in [
        (&b"/titles/%FF"[..], "400"),
        (b"/titles/%00", "400"),
        (b"/titles/\xff\xfe", "400"),
        (b"/titles/\0", "400"),
        (b"*", "400"),
        (b"/titles/no-such-title", "404"),
        (b"http://elsewhere.example/titles", "200"),
    ] {
        let answer = served.get(address);
        let shown = String::from_utf8_lossy(address);
        assert!(
            answer.starts_with(&format!("HTTP/1.1 {status} ")),
            "{shown}: {answer}"
        );
        assert!(
            answer.contains("\r\n\r\n") && answer.trim_end().len() > 200,
            "{shown} has no message: {answer}"
        );
    }
    for bytes in [
        &b"nonsense\r\n\r\n"[..],
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET /\r\n\r\n",
        b"\0\0\0\0\r\n\r\n",
    ] {
        assert!(!served.send(bytes).starts_with("HTTP/1.1 2"), "{bytes:?}");
    }
    assert!(served.get(b"/api/v1/titles").starts_with("HTTP/1.1 200 "));
}
