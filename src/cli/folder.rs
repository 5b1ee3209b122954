//! Writing what was unpacked.

use std::{
    collections::HashSet,
    fs::{self, File},
    io::{self, Write},
    path::{Path, PathBuf},
};

use anyhow::Context;

use crate::failure::Problem;

/// A folder that files are put into, under names that come from files and so are not trusted.
pub(in crate::cli) struct Folder<'p> {
    path: &'p Path,
    /// Files that are there already are written over.
    replace: bool,
    taken: HashSet<String>,
}

impl<'p> Folder<'p> {
    /// Makes the folder, where it is not there.
    pub(in crate::cli) fn open(path: &'p Path, replace: bool) -> anyhow::Result<Self> {
        fs::create_dir_all(path).with_context(|| path.display().to_string())?;
        Ok(Self { path, replace, taken: HashSet::new() })
    }

    /// A file; the name is made harmless and unlike those before it.
    pub(in crate::cli) fn file(
        &mut self,
        stem: &str,
        ending: &str,
    ) -> anyhow::Result<(PathBuf, File)> {
        let (stem, ending) = (harmless(stem), harmless(ending));
        let numbered = (2..).map(|number| format!("{stem}-{number}.{ending}"));
        let mut names = std::iter::once(format!("{stem}.{ending}")).chain(numbered);
        let name = names.find(|name| !self.taken.contains(name)).expect("the numbers do not end");
        self.taken.insert(name.clone());
        let path = self.path.join(name);
        let mut how = File::options();
        let how = if self.replace { how.create(true).truncate(true) } else { how.create_new(true) };
        let file = how.write(true).open(&path).map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => {
                let text =
                    format!("{} is there already; with --yes it is written over", path.display());
                anyhow::Error::from(Problem::Refused(text))
            }
            _ => anyhow::Error::from(error).context(path.display().to_string()),
        })?;
        Ok((path, file))
    }

    /// A file with these bytes.
    pub(in crate::cli) fn save(
        &mut self,
        stem: &str,
        ending: &str,
        bytes: &[u8],
    ) -> anyhow::Result<PathBuf> {
        let (path, mut file) = self.file(stem, ending)?;
        file.write_all(bytes).with_context(|| path.display().to_string())?;
        Ok(path)
    }
}

/// A name without anything that a path or a shell would take for something else.
fn harmless(name: &str) -> String {
    let letter = |letter: char| match letter {
        'a'..='z' | 'A'..='Z' | '0'..='9' | '_' | '-' | '.' => letter,
        _ => '_',
    };
    let name: String = name.chars().map(letter).collect();
    let name = name.trim_start_matches(['.', '-']);
    if name.is_empty() { "unnamed".into() } else { name.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stay_in_their_folder() {
        for (name, is) in
            [("boot", "boot"), ("../../etc/x", "_.._etc_x"), ("a b\n", "a_b_"), ("..", "unnamed")]
        {
            assert_eq!(harmless(name), is);
        }
    }

    #[test]
    fn nothing_is_written_over_unasked() {
        let folder = tempfile::tempdir().expect("a folder");
        let names = |replace: bool| -> anyhow::Result<Vec<PathBuf>> {
            let mut files = Folder::open(folder.path(), replace)?;
            Ok(vec![files.save("a", "bin", b"1")?, files.save("a", "bin", b"2")?])
        };
        let made = names(false).expect("an empty folder");
        assert_eq!(made, [folder.path().join("a.bin"), folder.path().join("a-2.bin")]);
        let again = names(false).expect_err("they are there");
        assert!(matches!(again.downcast_ref(), Some(Problem::Refused(_))));
        names(true).expect("it was asked for");
    }
}
