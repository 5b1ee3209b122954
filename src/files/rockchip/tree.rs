//! The folder that a recipe's paths begin in. They come from other people's files and lead nowhere else.

use std::path::{Component, Path, PathBuf};

use super::super::bad;
use crate::failure::Problem;

/// Where the tree of U-Boot that rkbin's older recipes were written for had rkbin.
const OLD_PLACE: &str = "tools/rk_tools";

/// A folder, without symbolic links in its path.
pub(crate) struct Tree(PathBuf);

impl Tree {
    pub(crate) fn open(root: &Path) -> Result<Self, Problem> {
        match root.canonicalize() {
            Ok(path) if path.is_dir() => Ok(Self(path)),
            Ok(_) => Err(bad(root, "not a folder")),
            Err(error) => Err(bad(root, error)),
        }
    }

    /// A file that a recipe names. Recipes may name it as seen from the tree that they were in (`tools/rk_tools/bin/…`):
    /// where there is no such file, the leading folders are left out.
    pub(crate) fn input(&self, named: &str) -> Result<PathBuf, Problem> {
        let path = inside(named)?;
        let found = shorter(&path).find(|path| self.0.join(path).symlink_metadata().is_ok());
        let file = self.0.join(found.as_ref().unwrap_or(&path));
        let real = file.canonicalize().map_err(|error| bad(&self.0.join(&path), error))?;
        if real.starts_with(&self.0) { Ok(real) } else { Err(leaves(named)) }
    }

    /// The file that a recipe wants to be made.
    pub(crate) fn output(&self, named: &str) -> Result<PathBuf, Problem> {
        let path = self.0.join(inside(named)?);
        let folder = path.parent().unwrap_or(&self.0);
        let real = folder.canonicalize().map_err(|error| bad(folder, error))?;
        if real.starts_with(&self.0) { Ok(path) } else { Err(leaves(named)) }
    }
}

/// The same path without its first folders, longest first. A file alone is looked for only where the folders before it
/// are the old place of rkbin: a name alone is easily another file's.
fn shorter(path: &Path) -> impl Iterator<Item = PathBuf> {
    let parts: Vec<_> = path.components().collect();
    let keeps = if path.parent() == Some(Path::new(OLD_PLACE)) { 1 } else { 2 };
    let last = parts.len().saturating_sub(keeps);
    let ends: Vec<PathBuf> = (0..=last).map(|skip| parts[skip..].iter().collect()).collect();
    ends.into_iter()
}

/// A recipe's path, which may come from Windows; it must neither be absolute nor lead upwards.
fn inside(named: &str) -> Result<PathBuf, Problem> {
    let slashes = named.replace('\\', "/");
    let path = Path::new(&slashes);
    let drive = slashes.as_bytes().get(1) == Some(&b':');
    let inner =
        path.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    if drive || !inner {
        return Err(leaves(named));
    }
    let parts: PathBuf = path.components().filter(|part| *part != Component::CurDir).collect();
    if parts.as_os_str().is_empty() {
        return Err(Problem::BadInput(format!(
            "the recipe names `{}`, which is no file",
            named.escape_debug()
        )));
    }
    Ok(parts)
}

fn leaves(named: &str) -> Problem {
    Problem::BadInput(format!(
        "the recipe names `{}`, which is outside of --root: nothing there is read or written",
        named.escape_debug()
    ))
}

#[cfg(test)]
mod tests {
    use std::{fs, os::unix::fs::symlink};

    use super::*;

    #[test]
    fn paths_stay_in_their_folder() {
        let outer = tempfile::tempdir().expect("a folder");
        let root = outer.path().join("root");
        fs::create_dir_all(root.join("bin/rk35")).expect("folders");
        fs::write(outer.path().join("secret"), b"1").expect("a file");
        fs::write(root.join("bin/rk35/ddr.bin"), b"1").expect("a file");
        symlink(outer.path(), root.join("up")).expect("a link");
        symlink(outer.path().join("secret"), root.join("link")).expect("a link");
        let tree = Tree::open(&root).expect("a folder");
        for bad in [
            "/etc/hostname",
            "../secret",
            "bin/../../secret",
            "up/secret",
            "link",
            "..\\secret",
            "\\etc\\hostname",
            "C:\\x",
            "",
            ".",
            "bin/rk35/none.bin",
            "x/none.bin",
        ] {
            tree.input(bad).expect_err(bad);
        }
        for bad in ["/tmp/x", "../x", "..\\x", "up/x", "none/x", "", "bin/.."] {
            tree.output(bad).expect_err(bad);
        }
        for good in [
            "bin/rk35/ddr.bin",
            "./bin\\rk35\\ddr.bin",
            "tools/rk_tools/bin/rk35/ddr.bin",
            "rkbin/bin/rk35/ddr.bin",
        ] {
            let found = tree.input(good).expect(good);
            assert!(found.ends_with("bin/rk35/ddr.bin"), "{good}");
        }
        assert!(tree.output("loader.bin").expect("inside").ends_with("loader.bin"));
    }

    #[test]
    fn a_name_alone_is_not_looked_for_elsewhere() {
        let root = tempfile::tempdir().expect("a folder");
        fs::write(root.path().join("ddr.bin"), b"1").expect("a file");
        let tree = Tree::open(root.path()).expect("a folder");
        tree.input("bin/rk35/ddr.bin").expect_err("another file's name");
        tree.input("tools/rk_tools/ddr.bin").expect("the old place");
    }
}
