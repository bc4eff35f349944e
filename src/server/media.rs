//! The media store: files by their keys below `media` in the data folder.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use slate_domain::material::MediaKey;

/// Where the files lie.
pub fn folder(data_dir: &Path) -> PathBuf {
    data_dir.join("media")
}

/// Writes files by their keys.
#[derive(Debug, Clone)]
pub struct Media {
    folder: PathBuf,
}

impl Media {
    pub fn new(data_dir: &Path) -> Self {
        Self {
            folder: folder(data_dir),
        }
    }

    /// Puts a file in its place, whole or not at all. What is there already stays: a key names its content.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn put(&self, key: &MediaKey, content: &[u8]) -> io::Result<()> {
        let place = self.folder.join(key.as_str());
        if fs::metadata(&place).is_ok_and(|there| there.len() == content.len() as u64) {
            return Ok(());
        }
        let parent = place.parent().unwrap_or(&self.folder);
        fs::create_dir_all(parent)?;
        // No key begins with a dot, so an unfinished file is never served.
        let unfinished = parent.join(format!(".{}", key.name()));
        let mut file = fs::File::create(&unfinished)?;
        file.write_all(content)?;
        drop(file);
        fs::rename(&unfinished, &place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_put_once_and_nothing_is_left_beside_it() {
        let dir = tempfile::tempdir().unwrap();
        let media = Media::new(dir.path());
        let key: MediaKey = "demo/still/a.svg".parse().unwrap();
        media.put(&key, b"<svg/>").unwrap();
        media.put(&key, b"<svg/>").unwrap();
        let place = dir.path().join("media/demo/still");
        assert_eq!(fs::read(place.join("a.svg")).unwrap(), b"<svg/>");
        assert_eq!(fs::read_dir(place).unwrap().count(), 1);
        // What was cut off is put anew.
        media.put(&key, b"<svg></svg>").unwrap();
        assert_eq!(
            fs::read(dir.path().join("media/demo/still/a.svg")).unwrap(),
            b"<svg></svg>"
        );
    }
}
