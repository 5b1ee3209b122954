//! Writing what was unpacked.

use std::{
    collections::HashSet,
    fs,
    io::Write,
    path::{Path, PathBuf},
};

use anyhow::Context;

use crate::files::output::Output;

/// A folder that files are put into, under names that come from files and so are not trusted. The files appear together,
/// when all of them are whole.
pub(crate) struct Folder<'p> {
    path: &'p Path,
    taken: HashSet<String>,
    made: Vec<Output>,
}

impl<'p> Folder<'p> {
    /// Makes the folder, where it is not there.
    pub(crate) fn open(path: &'p Path) -> anyhow::Result<Self> {
        fs::create_dir_all(path).with_context(|| path.display().to_string())?;
        Ok(Self { path, taken: HashSet::new(), made: Vec::new() })
    }

    /// A file; the name is made harmless and unlike those before it.
    pub(crate) fn file(
        &mut self,
        stem: &str,
        ending: &str,
    ) -> anyhow::Result<(PathBuf, &mut Output)> {
        let (stem, ending) = (harmless(stem), harmless(ending));
        let numbered = (2..).map(|number| format!("{stem}-{number}.{ending}"));
        let mut names = std::iter::once(format!("{stem}.{ending}")).chain(numbered);
        let name = names.find(|name| !self.taken.contains(name)).expect("the numbers do not end");
        let path = self.path.join(&name);
        self.made.push(Output::inside(self.path, &name)?);
        self.taken.insert(name);
        Ok((path, self.made.last_mut().expect("it was pushed just above")))
    }

    /// A file with these bytes.
    pub(crate) fn save(
        &mut self,
        stem: &str,
        ending: &str,
        bytes: &[u8],
    ) -> anyhow::Result<PathBuf> {
        let (path, file) = self.file(stem, ending)?;
        file.write_all(bytes).with_context(|| path.display().to_string())?;
        Ok(path)
    }

    /// Gives the files their names.
    pub(crate) fn finish(self) -> anyhow::Result<()> {
        self.made.into_iter().try_for_each(Output::finish)
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
    use crate::failure::Problem;

    #[test]
    fn names_stay_in_their_folder() {
        for (name, is) in
            [("boot", "boot"), ("../../etc/x", "_.._etc_x"), ("a b\n", "a_b_"), ("..", "unnamed")]
        {
            assert_eq!(harmless(name), is);
        }
    }

    #[test]
    fn files_appear_together_and_replace_nothing_unasked() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut files = Folder::open(folder.path()).expect("an empty folder");
        let made = ["1", "2"]
            .map(|text| files.save("a", "bin", text.as_bytes()).expect("an empty folder"));
        assert_eq!(made, [folder.path().join("a.bin"), folder.path().join("a-2.bin")]);
        assert!(!made.iter().any(|path| path.exists()));
        files.finish().expect("an empty folder");
        assert!(made.iter().all(|path| path.exists()));
        let mut again = Folder::open(folder.path()).expect("the folder");
        let error = again.save("a", "bin", b"3").expect_err("it is there");
        assert!(matches!(error.downcast_ref(), Some(Problem::Unconfirmed(_))));
    }
}
