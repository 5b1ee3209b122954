//! Manifests that are sound, and what is said of those that are not.

use std::{fs, os::unix::fs::PermissionsExt, path::PathBuf};

use super::*;
use crate::exit::Exit;

/// A folder with a manifest and with what it names.
struct Folder(tempfile::TempDir);

impl Folder {
    /// A folder with an image, a configuration and a program.
    fn new() -> Self {
        let folder = Self(tempfile::tempdir().expect("a temporary folder"));
        folder.file("disk.img", &[0x5a; 4096]);
        folder.file("node.yaml", b"kind: config");
        folder.file("hooks/power", b"#!/bin/sh\n");
        let program = fs::Permissions::from_mode(0o755);
        fs::set_permissions(folder.path("hooks/power"), program).expect("a program");
        folder
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn file(&self, name: &str, bytes: &[u8]) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }

    fn read_as(&self, name: &str, text: &str) -> Result<Manifest, Mistakes> {
        self.file(name, text.as_bytes());
        Manifest::read(&self.path(name))
    }

    fn read(&self, text: &str) -> Result<Manifest, Mistakes> {
        self.read_as("rack.toml", text)
    }
}

/// A manifest that says little, and then this.
fn with(more: &str) -> String {
    format!(
        "schema = 1\n[image.disk]\nfile = \"disk.img\"\n[[node]]\nname = \"a\"\nboard = \"rock-5b\"\nport = \"1-1\"\n\
         image = \"disk\"\n{more}"
    )
}

/// The mistakes of such a manifest: line, what it is about, and text.
fn mistakes(text: &str) -> Vec<(usize, String, String)> {
    let error = Folder::new().read(text).expect_err("a mistake");
    let told = |mistake: &Mistake| {
        (mistake.line.unwrap_or(0), mistake.about.clone(), mistake.text.clone())
    };
    error.list().iter().map(told).collect()
}

#[test]
fn a_short_manifest_has_the_defaults() {
    let folder = Folder::new();
    let manifest = folder.read(&with("")).expect("it is sound");
    let node = &manifest.nodes[0];
    assert_eq!((node.name.as_str(), node.line, node.image), ("a", 4, 0));
    assert_eq!(node.board.name, "radxa/rock-5b");
    assert_eq!(node.port.to_string(), "1-1");
    assert_eq!((node.via, node.net, node.retries), (Via::Usb, None, 1));
    assert_eq!((node.check, node.restart, node.rewrite), (Check::Best, true, false));
    assert_eq!((node.wait.as_secs(), node.limit.as_secs()), (30, 1800));
    assert_eq!(manifest.images[0].file.path, folder.path("disk.img"));
    assert_eq!(manifest.jobs, None);
}

#[test]
fn what_the_form_does_not_have_is_told_with_its_line_and_what_was_meant() {
    for (more, line, text) in [
        ("retrys = 1", 9, "there is no key called `retrys`: did you mean `retries`?"),
        ("retries = \"1\"", 9, "`retries` is \"1\", and has to be a whole number from 0 to 1000"),
        ("retries = 1.5", 9, "`retries` is a number with a fraction"),
        ("restart = 1", 9, "`restart` is 1, and has to be `true` or `false`"),
        ("limit = \"3 d\"", 9, "`limit` is \"3 d\", and has to be a time"),
        ("limit = 0", 9, "at least 1 s"),
        ("verify = \"sum\"", 9, "one of `best`, `parity`, `read-back`, `board-sum`, `none`"),
        ("after = [1]", 9, "`after` is a list, and has to be a list of texts"),
        ("chip = \"\"", 9, "`chip` is \"\", and has to be text"),
        ("[node.hook]\nrecover = []", 10, "has to be a list of texts with at least one"),
        ("[node.hook]\nreset = [\"x\"]", 10, "there is no key of `hook` called `reset`"),
        ("[node.console]\nport = \"/dev/null\"", 9, "`console.expect` is missing"),
        ("[[node.write]]\nfile = \"node.yaml\"", 9, "`write.partition` is missing"),
        ("write = [1]", 9, "`write` has 1 in it, and has to be a list of tables"),
        ("[image.x]", 9, "`file` is missing: the image's file"),
        ("[image.\"X y\"]\nfile = \"disk.img\"", 9, "`X y` is no name"),
        ("[group.g]\njobs = 0", 10, "`jobs` is 0, and has to be a whole number from 1 to 1000"),
        ("[defaults]\nretrie = 1", 10, "did you mean `retries`?"),
        ("[[node]]", 9, "`name` is missing: the node's name"),
    ] {
        let found = mistakes(&with(more));
        let fits = |(at, _, told): &(usize, String, String)| *at == line && told.contains(text);
        assert!(found.iter().any(fits), "{more}: {found:?}");
    }
}

#[test]
fn all_mistakes_come_at_once_and_the_class_is_the_smallest() {
    let folder = Folder::new();
    let text = with(
        "[[node]]\nname = \"a\"\nboard = \"rokc-5b\"\nport = \"1-1\"\nimage = \"disc\"\n[image.other]\nfile = \"none\"\n",
    );
    let error = folder.read(&text).expect_err("mistakes");
    let path = folder.path("rack.toml").display().to_string();
    let shown = error.to_string().replace(&path, "rack.toml");
    let lines: Vec<_> = shown.lines().collect();
    for (index, begin) in [
        "rack.toml:10: node a: another node is called `a`, too: the one in line 4",
        "rack.toml:11: node a: there is no board `rokc-5b` in the database; is it radxa/rock-5b",
        "rack.toml:12: node a: `port` is the port of node a, too (line 7)",
        "rack.toml:13: node a: there is no image called `disc`: did you mean `disk`? (there are disk, other)",
        "rack.toml:14: image other: no node uses it",
        "rack.toml:15: image other: ",
    ]
    .into_iter()
    .enumerate()
    {
        assert!(lines.get(index).is_some_and(|line| line.starts_with(begin)), "{begin}\n{shown}");
    }
    assert_eq!(lines.len(), 6, "{shown}");
    let exit = |error: Mistakes| crate::failure::Failure::of(&error.into()).exit;
    assert_eq!(exit(error), Exit::Usage);
    fs::remove_file(folder.path("disk.img")).expect("it was there");
    assert_eq!(exit(folder.read(&with("")).expect_err("no image")), Exit::BadInput);
    let refused = Folder::new().read(&with("to = \"ufs\"")).expect_err("it has none");
    assert_eq!(exit(refused), Exit::Refused);
}
