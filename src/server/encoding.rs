//! Which encoding a client wants, and making it.

use std::io::Write;

use axum::http::{HeaderMap, header};

/// An encoding of a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    Identity,
    Gzip,
    Brotli,
}

impl Encoding {
    /// The best that the client accepts: by its own weights, Brotli before gzip where they are equal.
    pub fn accepted(headers: &HeaderMap) -> Self {
        let mut best = (Self::Identity, 0.0);
        let values = headers.get_all(header::ACCEPT_ENCODING);
        for range in values
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(','))
        {
            let (name, quality) = weighed(range);
            let encoding = match name {
                "br" | "*" => Self::Brotli,
                "gzip" | "x-gzip" => Self::Gzip,
                _ => continue,
            };
            if quality > best.1 || (quality > 0.0 && quality >= best.1 && encoding == Self::Brotli)
            {
                best = (encoding, quality);
            }
        }
        best.0
    }

    /// The name of the header.
    pub fn name(self) -> Option<&'static str> {
        match self {
            Self::Identity => None,
            Self::Gzip => Some("gzip"),
            Self::Brotli => Some("br"),
        }
    }

    /// The body in this encoding. Takes milliseconds for a page: not for a thread that others wait for.
    pub fn encode(self, body: &[u8]) -> std::io::Result<Vec<u8>> {
        let mut out = Vec::with_capacity(body.len() / 4);
        match self {
            Self::Identity => out.extend_from_slice(body),
            Self::Gzip => {
                let mut writer =
                    flate2::write::GzEncoder::new(&mut out, flate2::Compression::new(6));
                writer.write_all(body)?;
                writer.finish()?;
            }
            Self::Brotli => {
                let mut writer = brotli::CompressorWriter::new(&mut out, 32 * 1024, 5, 20);
                writer.write_all(body)?;
                writer.flush()?;
                drop(writer);
            }
        }
        Ok(out)
    }
}

fn weighed(range: &str) -> (&str, f32) {
    let mut parts = range.split(';').map(str::trim);
    let name = parts.next().unwrap_or_default();
    let quality = parts
        .find_map(|part| part.strip_prefix("q="))
        .map_or(1.0, |q| q.parse().unwrap_or(0.0));
    (name, quality)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use axum::http::HeaderValue;

    use super::*;

    fn accepted(value: &'static str) -> Encoding {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static(value));
        Encoding::accepted(&headers)
    }

    #[test]
    fn the_best_encoding_is_taken() {
        assert_eq!(Encoding::accepted(&HeaderMap::new()), Encoding::Identity);
        assert_eq!(accepted("gzip, deflate, br, zstd"), Encoding::Brotli);
        assert_eq!(accepted("gzip, deflate"), Encoding::Gzip);
        assert_eq!(accepted("br;q=0, gzip;q=0.5"), Encoding::Gzip);
        assert_eq!(accepted("br;q=0.1, gzip;q=0.9"), Encoding::Gzip);
        assert_eq!(accepted("br;q=nonsense"), Encoding::Identity);
        assert_eq!(accepted("identity"), Encoding::Identity);
    }

    #[test]
    fn what_is_encoded_can_be_read() {
        let body = "a wall of posters ".repeat(500).into_bytes();
        let gzip = Encoding::Gzip.encode(&body).unwrap();
        let mut back = Vec::new();
        flate2::read::GzDecoder::new(gzip.as_slice())
            .read_to_end(&mut back)
            .unwrap();
        assert_eq!(back, body);
        let brotli = Encoding::Brotli.encode(&body).unwrap();
        let mut back = Vec::new();
        brotli::Decompressor::new(brotli.as_slice(), 4096)
            .read_to_end(&mut back)
            .unwrap();
        assert_eq!(back, body);
        assert!(brotli.len() < gzip.len());
    }
}
