//! Words for requests that are refused before they are one.
//!
//! A request line or header too large for the HTTP library never reaches the router: the library answers
//! it with a bare status. This looks at what it writes, and gives that answer a body.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use axum::http::StatusCode;
use axum::serve::Listener;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

use crate::error::AppError;

use super::errors;
use super::layers::observe;

/// So many bytes of a request are remembered: enough to know which form its answer has.
const KEPT: usize = 64;
/// The longest method that is taken for one.
const LONGEST_METHOD: usize = 16;

/// A listener whose connections say why they refuse.
pub struct Answering<L>(pub L);

/// A connection that says why it refuses.
pub struct Connection<Io> {
    io: Io,
    /// What of our own answer is still to be written.
    own: Vec<u8>,
    /// How the request began that was read last.
    begin: Vec<u8>,
}

impl<Io> Connection<Io> {
    fn new(io: Io) -> Self {
        Self {
            io,
            own: Vec::new(),
            begin: Vec::with_capacity(KEPT),
        }
    }

    fn remember(&mut self, read: &[u8]) {
        if is_request_line(read) {
            self.begin.clear();
            self.begin.extend(read.iter().take(KEPT));
        }
    }
}

impl<L: Listener> Listener for Answering<L> {
    type Io = Connection<L::Io>;
    type Addr = L::Addr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        let (io, from) = self.0.accept().await;
        (Connection::new(io), from)
    }

    fn local_addr(&self) -> io::Result<Self::Addr> {
        self.0.local_addr()
    }
}

/// What to answer in place of the library, if this is one of its refusals.
fn refusal(written: &[u8]) -> Option<AppError> {
    let error = match written.get(..13)? {
        b"HTTP/1.1 414 " | b"HTTP/1.1 431 " => AppError::AddressTooLong,
        b"HTTP/1.1 400 " => AppError::invalid("The request cannot be read."),
        _ => return None,
    };
    // Ours have a body, and the id of the request.
    let head = written.to_ascii_lowercase();
    let has = |text: &[u8]| head.windows(text.len()).any(|window| window == text);
    (has(b"content-length: 0\r\n") && !has(b"x-request-id")).then_some(error)
}

/// The whole answer, in the form of the path. Logs it and counts it, as no layer will.
fn answer(error: &AppError, path: &str) -> Vec<u8> {
    let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::BAD_REQUEST);
    let (kind, body) = errors::written(path, error);
    let id = observe::note_refusal(status, path);
    format!(
        "HTTP/1.1 {status}\r\ncontent-type: {kind}\r\ncontent-length: {}\r\nx-request-id: {id}\r\n\
         cache-control: no-store\r\nx-content-type-options: nosniff\r\n\
         content-security-policy: default-src 'none'; style-src 'self'; frame-ancestors 'none'\r\n\
         connection: close\r\n\r\n{body}",
        body.len()
    )
    .into_bytes()
}

/// Whether a request begins here, and not the rest of a long one.
fn is_request_line(read: &[u8]) -> bool {
    let mut words = read.iter().copied().take(LONGEST_METHOD + 2);
    let method = words.by_ref().take_while(u8::is_ascii_uppercase).count();
    // The space behind the method is taken.
    method > 0 && read.get(method) == Some(&b' ') && words.next() == Some(b'/')
}

/// The path in the beginning of a request, as far as it is kept; of anything else the root.
fn path(begin: &[u8]) -> String {
    let mut words = begin.split(|byte| b" ?\r\n".contains(byte));
    match words.nth(1) {
        Some(path) => path.escape_ascii().to_string(),
        None => "/".to_owned(),
    }
}

impl<Io: AsyncWrite + Unpin> Connection<Io> {
    fn write_own(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        while !self.own.is_empty() {
            let written = ready!(Pin::new(&mut self.io).poll_write(cx, &self.own))?;
            if written == 0 {
                return Poll::Ready(Err(io::ErrorKind::WriteZero.into()));
            }
            self.own.drain(..written);
        }
        Poll::Ready(Ok(()))
    }
}

impl<Io: AsyncRead + Unpin> AsyncRead for Connection<Io> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = buf.filled().len();
        ready!(Pin::new(&mut self.io).poll_read(cx, buf))?;
        self.remember(&buf.filled()[before..]);
        Poll::Ready(Ok(()))
    }
}

impl<Io: AsyncWrite + Unpin> AsyncWrite for Connection<Io> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &[u8],
    ) -> Poll<io::Result<usize>> {
        ready!(self.write_own(cx))?;
        match refusal(buf) {
            Some(error) => {
                self.own = answer(&error, &path(&self.begin));
                Poll::Ready(Ok(buf.len()))
            }
            None => Pin::new(&mut self.io).poll_write(cx, buf),
        }
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        ready!(self.write_own(cx))?;
        // A refusal has no body, so it comes in one piece.
        match bufs {
            [only] => self.poll_write(cx, only),
            _ => Pin::new(&mut self.io).poll_write_vectored(cx, bufs),
        }
    }

    fn is_write_vectored(&self) -> bool {
        self.io.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        ready!(self.write_own(cx))?;
        Pin::new(&mut self.io).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        ready!(self.write_own(cx))?;
        Pin::new(&mut self.io).poll_shutdown(cx)
    }
}

#[cfg(test)]
mod tests {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    use super::*;

    const TOO_LARGE: &[u8] = b"HTTP/1.1 431 Request Header Fields Too Large\r\nconnection: close\r\ncontent-length: 0\r\n\r\n";

    #[test]
    fn only_the_librarys_own_refusals_are_replaced() {
        assert_eq!(refusal(TOO_LARGE), Some(AppError::AddressTooLong));
        for kept in [
            &b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n"[..],
            b"HTTP/1.1 400 Bad Request\r\ncontent-length: 12\r\n\r\n",
            b"HTTP/1.1 400 Bad Request\r\nx-request-id: a\r\ncontent-length: 0\r\n\r\n",
            b"",
        ] {
            assert_eq!(refusal(kept), None);
        }
    }

    #[test]
    fn a_request_begins_with_its_method() {
        for begin in [&b"GET /"[..], b"OPTIONS /api/v1/titles HTTP/1.1\r\n"] {
            assert!(is_request_line(begin), "{}", begin.escape_ascii());
        }
        for rest in [
            &b"aaaa"[..],
            b"",
            b"GET",
            b"GET ",
            b" /",
            b"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAA /",
            b"\x16\x03\x01",
        ] {
            assert!(!is_request_line(rest), "{}", rest.escape_ascii());
        }
    }

    #[tokio::test]
    async fn a_refusal_has_the_form_of_its_path() {
        for (begin, kind) in [
            (&b"GET /api/v1/titles?q=aa"[..], "application/problem+json"),
            (b"GET /titles?q=/api/", "text/html"),
            (b"\x16\x03\x01", "text/html"),
        ] {
            let request = [begin, &[b'a'; 3000]].concat();
            let (ours, mut theirs) = tokio::io::duplex(1 << 16);
            let mut connection = Connection::new(ours);
            theirs.write_all(&request).await.unwrap();
            let mut read = vec![0; 1000];
            for _ in 0..3 {
                connection.read_exact(&mut read).await.unwrap();
            }
            connection.write_all(TOO_LARGE).await.unwrap();
            connection.shutdown().await.unwrap();
            let mut answer = String::new();
            theirs.read_to_string(&mut answer).await.unwrap();
            assert!(
                answer.starts_with("HTTP/1.1 414 URI Too Long\r\n"),
                "{answer}"
            );
            assert!(
                answer.contains(&format!("\r\ncontent-type: {kind}")),
                "{answer}"
            );
            assert!(answer.contains("too long"), "{answer}");
        }
    }
}
