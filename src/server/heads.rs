//! Words for requests that are refused before they are one.
//!
//! A request line or header too large for the HTTP library never reaches the router: the library answers
//! it with a bare status. This looks at what it writes, and gives that answer a body.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use axum::serve::Listener;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

use crate::error::AppError;
use crate::i18n::Locale;

use super::error_page;

/// A listener whose connections say why they refuse.
pub struct Answering<L>(pub L);

/// A connection that says why it refuses.
pub struct Connection<Io> {
    io: Io,
    /// What of our own answer is still to be written.
    own: Vec<u8>,
}

impl<L: Listener> Listener for Answering<L> {
    type Io = Connection<L::Io>;
    type Addr = L::Addr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        let (io, from) = self.0.accept().await;
        (
            Connection {
                io,
                own: Vec::new(),
            },
            from,
        )
    }

    fn local_addr(&self) -> io::Result<Self::Addr> {
        self.0.local_addr()
    }
}

/// The whole answer to put in place of the library's, if this is one of its refusals.
fn instead_of(written: &[u8]) -> Option<Vec<u8>> {
    let error = match written.get(..13)? {
        b"HTTP/1.1 414 " | b"HTTP/1.1 431 " => AppError::AddressTooLong,
        b"HTTP/1.1 400 " => AppError::invalid("The request cannot be read."),
        _ => return None,
    };
    // Ours have a body, and the id of the request.
    let head = written.to_ascii_lowercase();
    let has = |text: &[u8]| head.windows(text.len()).any(|window| window == text);
    if !has(b"content-length: 0\r\n") || has(b"x-request-id") {
        return None;
    }
    let status = if error == AppError::AddressTooLong {
        "414 URI Too Long"
    } else {
        "400 Bad Request"
    };
    let body = error_page::html(Locale::En, &error);
    let answer = format!(
        "HTTP/1.1 {status}\r\ncontent-type: text/html; charset=utf-8\r\ncontent-length: {}\r\n\
         cache-control: no-store\r\nx-content-type-options: nosniff\r\n\
         content-security-policy: default-src 'none'; style-src 'self'; frame-ancestors 'none'\r\n\
         connection: close\r\n\r\n{body}",
        body.len()
    );
    Some(answer.into_bytes())
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
        Pin::new(&mut self.io).poll_read(cx, buf)
    }
}

impl<Io: AsyncWrite + Unpin> AsyncWrite for Connection<Io> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &[u8],
    ) -> Poll<io::Result<usize>> {
        ready!(self.write_own(cx))?;
        match instead_of(buf) {
            Some(answer) => {
                self.own = answer;
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
    use super::*;

    #[test]
    fn only_the_librarys_own_refusals_are_replaced() {
        let refusal = b"HTTP/1.1 431 Request Header Fields Too Large\r\nconnection: close\r\ncontent-length: 0\r\n\r\n";
        let answer = String::from_utf8(instead_of(refusal).unwrap()).unwrap();
        assert!(
            answer.starts_with("HTTP/1.1 414 URI Too Long\r\n"),
            "{answer}"
        );
        assert!(answer.contains("too long"), "{answer}");
        assert_eq!(
            instead_of(b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n"),
            None
        );
        assert_eq!(
            instead_of(b"HTTP/1.1 400 Bad Request\r\ncontent-length: 12\r\n\r\n"),
            None
        );
        assert_eq!(
            instead_of(b"HTTP/1.1 400 Bad Request\r\nx-request-id: a\r\ncontent-length: 0\r\n\r\n"),
            None
        );
        assert_eq!(instead_of(b""), None);
    }
}
