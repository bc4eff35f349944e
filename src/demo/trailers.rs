//! A dozen short trailers by genre, shared out among titles. `trailers/make.mjs` makes the files.

/// A film of a few seconds.
#[derive(Debug, Clone, Copy)]
pub struct Clip {
    /// The code of its genre.
    pub genre: &'static str,
    pub bytes: &'static [u8],
}

/// How long each of them runs.
pub const SECONDS: u32 = 10;

macro_rules! clip {
    ($genre:literal) => {
        Clip {
            genre: $genre,
            bytes: include_bytes!(concat!("trailers/", $genre, ".mp4")),
        }
    };
}

const CLIPS: [Clip; 12] = [
    clip!("action"),
    clip!("comedy"),
    clip!("crime"),
    clip!("drama"),
    clip!("family"),
    clip!("fantasy"),
    clip!("historical"),
    clip!("horror"),
    clip!("mystery"),
    clip!("romance"),
    clip!("science-fiction"),
    clip!("thriller"),
];

/// The trailer of a genre, or of one that is told in a like manner.
pub fn of(genre: &str) -> Clip {
    let like = match genre {
        "martial-arts" | "war" => "action",
        "musical" => "romance",
        "coming-of-age" => "drama",
        other => other,
    };
    let found = CLIPS.iter().find(|clip| clip.genre == like);
    *found.unwrap_or(&CLIPS[3])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_a_film_that_begins_to_play_before_it_is_there() {
        for clip in CLIPS {
            assert!(clip.bytes.len() < 300 * 1024, "{}", clip.genre);
            assert_eq!(&clip.bytes[4..8], b"ftyp", "{}", clip.genre);
            // The index stands before the pictures.
            let place = |name: &[u8]| clip.bytes.windows(4).position(|four| four == name);
            assert!(place(b"moov") < place(b"mdat"), "{}", clip.genre);
        }
        assert_eq!(of("war").genre, "action");
        assert_eq!(of("").genre, "drama");
    }
}
