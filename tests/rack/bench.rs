//! A rack to try things on: a manifest, an image, and what became of them.

use std::{
    fs,
    os::unix::fs::PermissionsExt,
    panic::{AssertUnwindSafe, catch_unwind},
    path::PathBuf,
    process::{Command, Stdio},
    sync::atomic::{AtomicU64, Ordering::SeqCst},
    thread,
};

use serde_json::Value;

use crate::tool::{Folder, Run, command, finish, noise, text};

/// Bytes of the image.
pub(crate) const SIZE: usize = 3 << 20;

/// A folder with a manifest and an image.
pub(crate) struct Rack {
    pub(crate) folder: Folder,
    image: PathBuf,
}

/// Boards of five families, two of them alike: as TOML.
pub(crate) const NODES: &str = r#"
[[node]]
name = "slot1"
board = "radxa/rock-5b"
port = "1-1.1"
image = "disk"
group = "left"
[[node]]
name = "slot2"
board = "radxa/rock-5b"
port = "1-1.2"
image = "disk"
group = "left"
[[node]]
name = "slot3"
board = "khadas/vim3"
port = "1-1.3"
image = "disk"
[[node]]
name = "slot4"
board = "khadas/vim1"
port = "1-1.4"
image = "disk"
[[node]]
name = "slot5"
board = "starfive/visionfive-2"
port = "/dev/ttyUSB95"
to = "nvme"
net = "10.7.0.0/24"
image = "disk"
[[node]]
name = "slot6"
board = "bananapi/m2-ultra"
port = "1-1.6"
to = "emmc"
net = "10.7.0.0/24"
uboot-console = "/dev/ttyUSB96"
image = "disk"
"#;

/// The fourteen boards of fixtures/racklet.toml, as TOML, with nothing that has them wait for each other.
pub(crate) fn racklet() -> String {
    let boards = [
        ("radxa/rock-5b", "emmc"),
        ("xunlong/orangepi-5-plus", "emmc"),
        ("starfive/visionfive-2", "nvme"),
        ("khadas/vim1", "emmc"),
        ("khadas/vim3", "emmc"),
        ("xunlong/orangepi-zero2", "sd"),
        ("bananapi/m2-ultra", "emmc"),
        ("radxa/rock-5b", "emmc"),
        ("xunlong/orangepi-5-plus", "emmc"),
        ("starfive/visionfive-2", "emmc"),
        ("khadas/vim3", "emmc"),
        ("hardkernel/odroid-c4", "emmc"),
        ("xunlong/orangepi-pc", "sd"),
        ("xunlong/orangepi-zero3", "sd"),
    ];
    let node = |((board, to), number): ((&str, &str), u8)| {
        let line = format!("\"/dev/ttyUSB{}\"", 80 + number);
        let usb = format!("\"1-{number}\"");
        let port = match board.split('/').next() {
            Some("starfive") => format!("port = {line}\nnet = \"10.7.0.0/24\""),
            Some("xunlong" | "bananapi") if !board.ends_with("5-plus") => {
                format!("port = {usb}\nuboot-console = {line}\nnet = \"10.7.0.0/24\"")
            }
            _ => format!("port = {usb}"),
        };
        format!(
            "[[node]]\nname = \"slot{number}\"\nboard = \"{board}\"\nto = \"{to}\"\nimage = \"disk\"\n{port}\n"
        )
    };
    boards.into_iter().zip(1..).map(node).collect()
}

/// Tries numbers from 1 on, as many at once as there are processors, and goes on after those that fail. What it tries with is made
/// once for each of them.
#[track_caller]
pub(crate) fn each<T, S: Send>(
    count: u64,
    make: impl Fn() -> T + Sync,
    attempt: impl Fn(&T, u64) -> S + Sync,
) -> Vec<S> {
    let next = AtomicU64::new(1);
    let work = || {
        let (with, mut done) = (make(), Vec::new());
        loop {
            let number = next.fetch_add(1, SeqCst);
            if number > count {
                return done;
            }
            let ended = catch_unwind(AssertUnwindSafe(|| attempt(&with, number)));
            done.push(ended.map_err(|_| number));
        }
    };
    let workers = thread::available_parallelism().map_or(1, usize::from);
    let done: Vec<_> = thread::scope(|scope| {
        let workers: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        workers.into_iter().flat_map(|worker| worker.join().expect("it catches")).collect()
    });
    let failed: Vec<_> = done.iter().filter_map(|ended| ended.as_ref().err()).collect();
    assert!(failed.is_empty(), "{} of {count} failed: {failed:?}", failed.len());
    done.into_iter().flatten().collect()
}

/// A number that tests/long gives in the environment; `None`: this is the daily run.
pub(crate) fn count(variable: &str) -> Option<u64> {
    std::env::var(variable).ok().and_then(|count| count.parse().ok())
}

impl Rack {
    /// A rack of these nodes. The image has a partition table, data, and holes.
    pub(crate) fn of(nodes: &str) -> Self {
        let folder = Folder::new();
        let mut bytes = noise(SIZE, 7);
        bytes[..512].fill(0);
        bytes[446..462].copy_from_slice(&[0x80, 0, 2, 0, 0x83, 0, 0, 0, 8, 0, 0, 0, 0, 8, 0, 0]);
        bytes[510..512].copy_from_slice(&[0x55, 0xaa]);
        bytes[1 << 20..2 << 20].fill(0);
        folder.file("disk.img", &bytes);
        let image = folder.path("disk.img");
        let packed = Command::new("xz").arg("-k").arg(&image).status().expect("xz is installed");
        assert!(packed.success());
        let manifest = format!("schema = 1\n[image.disk]\nfile = \"disk.img.xz\"\n{nodes}");
        folder.file("rack.toml", manifest.as_bytes());
        Self { folder, image }
    }

    /// `provision` with arguments that are separated by spaces.
    pub(crate) fn command(&self, arguments: &str) -> Command {
        let mut command = command(["provision", &text(&self.folder.path("rack.toml"))]);
        command.args(arguments.split_whitespace()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    pub(crate) fn run(&self, arguments: &str) -> Run {
        finish(&mut self.command(arguments))
    }

    /// The same, ended where it hangs.
    pub(crate) fn bounded(&self, arguments: &str) -> Run {
        let whole = self.command(arguments);
        let mut command = Command::new("timeout");
        command.args(["-s", "KILL", "900"]).arg(whole.get_program()).args(whole.get_args());
        finish(&mut command)
    }

    /// `--run` with a folder of that name.
    pub(crate) fn at(&self, name: &str) -> String {
        format!("--run {}", text(&self.folder.path(name)))
    }

    /// A program beside the manifest; folders on its way are made.
    pub(crate) fn program(&self, name: &str, script: &str) {
        let path = self.folder.path(name);
        fs::create_dir_all(path.parent().expect("it is in a folder")).expect("a folder");
        fs::write(&path, format!("#!/bin/sh\n{script}\n")).expect("a program");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("our file");
    }

    /// What a run wrote down.
    pub(crate) fn result(&self, run: &str) -> Value {
        let text = fs::read_to_string(self.folder.path(run).join("result.json"));
        serde_json::from_str(&text.expect("it was written")).expect("JSON")
    }

    /// Whether a node's storage begins with the image.
    pub(crate) fn is_written(&self, run: &str, node: &str) -> bool {
        let storage = self.folder.path(run).join(node).join("storage");
        let compared = Command::new("cmp")
            .args(["-s", "-n", &SIZE.to_string()])
            .args([&self.image, &storage])
            .status();
        compared.expect("cmp is installed").success()
    }

    /// The sectors of a node's storage that are not empty.
    pub(crate) fn is_touched(&self, run: &str, node: &str) -> bool {
        let storage = self.folder.path(run).join(node).join("storage");
        storage.exists()
            && !Command::new("cmp")
                .args(["-s", "-n", &SIZE.to_string(), "/dev/zero"])
                .arg(&storage)
                .status()
                .expect("cmp is installed")
                .success()
    }
}

/// The nodes of a result, each with its name and its state.
pub(crate) fn states(result: &Value) -> Vec<(String, String)> {
    let nodes = result["nodes"].as_array().expect("nodes").iter();
    let word = |node: &Value, key: &str| node[key].as_str().expect("a word").to_owned();
    nodes.map(|node| (word(node, "name"), word(node, "state"))).collect()
}

/// Nothing is called what it is not: a node that is good holds the image, and one that is not says why.
#[track_caller]
pub(crate) fn check_honest(rack: &Rack, run: &str, said: &str) {
    let result = rack.result(run);
    for node in result["nodes"].as_array().expect("nodes") {
        let name = node["name"].as_str().expect("a name");
        match node["state"].as_str().expect("a state") {
            "changed" | "unchanged" => {
                assert_eq!(node["verified"], true, "{node}\n{said}");
                assert!(rack.is_written(run, name), "{name} differs: {node}\n{said}");
            }
            _ => {
                assert!(node["verified"] == false || rack.is_written(run, name), "{node}\n{said}");
                assert!(node["code"].is_string() && node["message"].is_string(), "{node}\n{said}");
            }
        }
    }
}
