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
        ("[node.hook]\nrecover = []", 10, "has to be a list of texts: a program and its arguments"),
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

#[test]
fn what_does_not_belong_together_is_told() {
    let other = "[[node]]\nname = \"b\"\nboard = \"visionfive-2\"\nimage = \"disk\"\n";
    for (more, line, text) in [
        ("to = \"ufs\"", 9, "radxa/rock-5b has no ufs; its storages are spi-nor, emmc, "),
        ("via = \"serial\"", 9, "is reached over USB, not over the serial line"),
        ("via = \"ethernet\"", 9, "is not reached over Ethernet yet"),
        ("net = \"10.7.0.0/24\"", 9, "a network is for Ethernet, and the data go over USB"),
        ("net = \"10.7.0.0\"", 9, "a subnet is an address and the length of its prefix"),
        (
            "uboot-console = \"/dev/ttyUSB0\"",
            9,
            "is for data over Ethernet, and this node's take another",
        ),
        ("uboot-console = \"ttyUSB0\"", 9, "nor a serial device such as /dev/ttyUSB0"),
        (
            "usb-port = \"1-3\"",
            9,
            "`usb-port` is for boards on a serial line, and radxa/rock-5b is on USB",
        ),
        ("usb-port = \"/dev/ttyUSB0\"", 9, "not a USB port path"),
        (
            "restart = false\n[node.console]\nport = \"/dev/ttyUSB1\"\nexpect = \"login:\"",
            10,
            "`restart` is false",
        ),
        (
            "[node.console]\nport = \"ttyUSB1\"\nexpect = \"x\"",
            10,
            "has to be a serial device such as",
        ),
        ("after = [\"b\"]", 9, "there is no node called `b`"),
        ("after = [\"a\"]", 9, "it cannot come after itself"),
        ("[group.g]", 9, "no node is in it"),
        (
            "[[node.write]]\npartition = \"1\"\nfile = \"node.yaml\"\nas = \"../x\"",
            12,
            "has to be a path in the partition",
        ),
        ("[[node.write]]\npartition = \"1\"\nfile = \"none.yaml\"", 11, "none.yaml: No such file"),
        ("[node.file]\nloader = \"none.bin\"", 10, "none.bin: No such file"),
        ("[node.file]\nloader = \"node.yaml\"", 9, "node.yaml"),
        ("files = \"none\"", 9, "none: there is no such folder"),
        (
            "[node.hook]\nrecover = [\"hooks/none\"]",
            10,
            "hooks/none: there is no such program (hook `recover`)",
        ),
        ("[node.hook]\nrecover = [\"./node.yaml\"]", 10, "it cannot be run: `chmod +x`"),
        (
            "[node.hook]\nusb = [\"racklet-no-such-program\"]",
            10,
            "there is no such program in PATH",
        ),
    ] {
        let found = mistakes(&with(more));
        let fits = |(at, _, told): &(usize, String, String)| *at == line && told.contains(text);
        assert!(found.iter().any(fits) && found.len() == 1, "{more}: {found:?}");
    }
    for (port, more, line, text) in [
        ("/dev/null", "to = \"nvme\"", 14, "cannot be reached over a serial line"),
        ("/dev/null", "to = \"sd\"", 14, ": Ethernet reaches it: name the network with `net ="),
        (
            "/dev/null",
            "to = \"nvme\"\nvia = \"ethernet\"",
            15,
            "Ethernet needs a network: name the network with `net =",
        ),
        (
            "/dev/null",
            "to = \"nvme\"\nnet = \"10.7.0.0/24\"\nuboot-console = \"/dev/x\"",
            16,
            "is for boards on USB",
        ),
        (
            "/dev/null",
            "to = \"nvme\"\nvia = \"usb\"",
            15,
            "USB needs the port that the board's USB device port is connected to: name the port that",
        ),
        (
            "/dev/null",
            "to = \"spi\"\nvia = \"serial\"\nusb-port = \"1-3\"",
            16,
            "`usb-port` is for data over USB, and this node's take another way",
        ),
        (
            "/dev/null",
            "to = \"nvme\"\nnet = \"10.7.0.0/24\"\nusb-port = \"1-3\"",
            15,
            "a network is for Ethernet, and the data go over",
        ),
        (
            "/dev/null",
            "to = \"nvme\"\nusb-port = \"1-1\"",
            15,
            "`usb-port` is the port of node a, too",
        ),
    ] {
        let found = mistakes(&with(&format!("{other}port = \"{port}\"\n{more}")));
        let fits = |(at, _, told): &(usize, String, String)| *at == line && told.contains(text);
        assert!(found.iter().any(fits), "{more}: {found:?}");
    }
}

#[test]
fn a_port_is_one_nodes_under_any_name() {
    let folder = Folder::new();
    std::os::unix::fs::symlink("/dev/null", folder.path("console")).expect("a link");
    let console = folder.path("console").display().to_string();
    let both = |one: &str, other: &str| {
        let node = |name: &str, keys: &str| {
            format!(
                "[[node]]\nname = \"{name}\"\nimage = \"disk\"\nboard = \"visionfive-2\"\nto = \"spi\"\n{keys}\n"
            )
        };
        let text = format!(
            "schema = 1\nimage.disk.file = \"disk.img\"\n{}{}",
            node("a", one),
            node("b", other)
        );
        folder.read(&text).err().map(|error| error.list()[0].text.clone())
    };
    let expect = "expect = \"login:\"";
    let twice = "`port` is the port of node a, too, which calls it /dev/null (line 8)".to_owned();
    assert_eq!(both("port = \"/dev/null\"", &format!("port = \"{console}\"")), Some(twice));
    let own = format!("port = \"/dev/null\"\nconsole = {{ port = \"{console}\", {expect} }}");
    assert_eq!(both(&own, "port = \"/dev/zero\""), None, "a console on the node's own port");
    let others = both(&own.replace("\"/dev/null\"", "\"1-4\""), "port = \"/dev/null\"");
    assert!(others.is_some_and(|text| text.starts_with("`port` is the port of node a")));
    assert_eq!(both("port = \"1-1\"", "port = \"1-1.1\""), None);
}

#[test]
fn defaults_are_for_nodes_that_do_not_say_otherwise() {
    let folder = Folder::new();
    let text = with(
        "restart = true\nconsole = { port = \"/dev/null\" }\nhook.limit = \"7s\"\n[[node]]\nname = \"b\"\nport = \"1-2\"\n\
         [defaults]\nboard = \"orangepi-5\"\nimage = \"disk\"\nretries = 5\nhook.power-cycle = [\"hooks/power\", \"b\"]\n\
         console = { expect = \"ready\", fail = [\"panic\"] }\nnet = \"10.7.0.0/24\"\ngroup = \"all\"\n",
    );
    let manifest = folder.read(&text).expect("it is sound");
    let [a, b] = &manifest.nodes[..] else { panic!("two nodes") };
    assert_eq!((a.board.model(), b.board.model(), b.retries), ("rock-5b", "orangepi-5", 5));
    assert_eq!((a.hooks.limit.as_secs(), b.hooks.limit.as_secs()), (7, 30));
    let power = folder.path("hooks/power").display().to_string();
    assert_eq!(a.hooks.power_cycle, Some(vec![power, "b".into()]));
    let console = a.console.as_ref().expect("it has a port");
    assert_eq!((console.expect.as_str(), console.baud), ("ready", 1_500_000));
    assert_eq!(
        (console.fail.as_slice(), console.limit.as_secs()),
        (&["panic".to_owned()][..], 180)
    );
    assert_eq!(b.console, None, "it has no port");
    assert_eq!((a.net, a.via), (None, Via::Usb), "a shared network is for those that use it");
    assert_eq!(manifest.groups, [Group { name: "all".into(), jobs: None }]);
}

#[test]
fn words_are_what_they_are_for_the_command_line() {
    let folder = Folder::new();
    for check in Check::ALL {
        let manifest = folder.read(&with(&format!("verify = \"{}\"", check.name())));
        assert_eq!(manifest.expect("it is sound").nodes[0].check, check);
    }
    let hook = "hook.usb = [\"sh\", \"-c\", \"\"]\nhook.recover = [\"./hooks/power\"]";
    let hooks = folder.read(&with(hook)).expect("it is sound").nodes[0].hooks.clone();
    assert_eq!(hooks.usb.expect("one")[0], "sh", "PATH is looked at when it runs");
    assert!(Path::new(&hooks.recover.expect("one")[0]).is_file());
    let write = "[[node.write]]\npartition = \"STATE\"\nfile = \"node.yaml\"\nas = \"a/b.yaml\"";
    let writes = folder.read(&with(write)).expect("it is sound").nodes[0].writes.clone();
    let (file, target) = (folder.path("node.yaml"), Some("a/b.yaml".to_owned()));
    assert_eq!(writes, [Write { partition: "STATE".into(), file, target }]);
}

#[test]
fn a_dash_is_a_file_and_not_stdin() {
    assert_eq!(read::beside(Path::new(""), "-"), Path::new("./-"));
    assert_eq!(read::beside(Path::new("rack"), "-"), Path::new("rack/-"));
    let found = mistakes(&with("").replace("disk.img", "-"));
    assert!(found[0].2.contains("/-: No such file"), "{found:?}");
}

#[test]
fn a_mistake_of_the_defaults_is_told_once() {
    let found = mistakes(&with(
        "[[node]]\nname = \"b\"\nport = \"1-2\"\nboard = \"vim3\"\nimage = \"disk\"\n[defaults]\nto = \"ufs\"\nlimit = 0",
    ));
    let told: Vec<_> = found.iter().map(|(line, about, _)| (*line, about.as_str())).collect();
    assert_eq!(told, [(15, "defaults"), (15, "defaults"), (16, "defaults")], "{found:?}");
}

#[test]
fn nodes_of_a_network_get_addresses_of_their_own() {
    let folder = Folder::new();
    let node = |index: usize, more: &str| {
        format!(
            "[[node]]\nname = \"n{index}\"\nport = \"1-{index}\"\nuboot-console = \"/dev/tty{index}\"\n{more}\n"
        )
    };
    let head = "schema = 1\nimage.disk.file = \"disk.img\"\n[defaults]\nboard = \"orangepi-pc\"\nimage = \"disk\"\nnet = \"10.7.7.0/29\"\n";
    let nodes: Vec<_> =
        ["", "net = \"10.7.7.6/29\"", "", "net = \"dhcp\"", "net = \"10.7.8.0/24\""]
            .iter()
            .enumerate()
            .map(|(index, more)| node(index + 1, more))
            .collect();
    let manifest = folder.read(&(head.to_owned() + &nodes.concat())).expect("it is sound");
    let nets: Vec<_> =
        manifest.nodes.iter().map(|node| node.net.expect("one").to_string()).collect();
    assert_eq!(nets, ["10.7.7.5/29", "10.7.7.6/29", "10.7.7.4/29", "dhcp", "10.7.8.254/24"]);
    let many: String = (1..=7).map(|index| node(index, "")).collect();
    let full = folder.read(&(head.to_owned() + &many)).expect_err("six fit");
    assert_eq!(full.list()[0].text, "10.7.7.0/29 has no address left for this node");
    assert_eq!(full.list()[0].about, "node n7");
    let twice = [node(1, "net = \"10.7.7.3/29\""), node(2, "net = \"10.7.7.3/29\"")].concat();
    let twice = folder.read(&(head.to_owned() + &twice)).expect_err("twice");
    assert!(twice.to_string().ends_with("node n2: another node has the address 10.7.7.3, too"));
}

/// A network of the defaults is none of theirs.
#[test]
fn boards_on_a_line_have_their_uboot_show_a_disk() {
    let folder = Folder::new();
    let head = "schema = 1\nimage.disk.file = \"disk.img\"\n[defaults]\nnet = \"10.7.7.0/29\"\n";
    let node = "[[node]]\nname = \"vf\"\nimage = \"disk\"\nboard = \"visionfive-2\"\nport = \"/dev/ttyS1\"\nto = \"sd\"\n";
    for (more, via) in [
        ("usb-port = \"1-1.4\"", Via::Disk),
        ("usb-port = \"1-1.4\"\nvia = \"usb\"", Via::Disk),
        ("", Via::Ethernet),
    ] {
        let manifest = folder.read(&format!("{head}{node}{more}\n")).expect("it is sound");
        let [node] = &manifest.nodes[..] else { panic!("one node") };
        let port = node.usb_port.as_ref().map(ToString::to_string);
        assert_eq!(node.via, via, "{more}");
        assert_eq!(
            (port.as_deref(), node.net.is_some()),
            match via {
                Via::Disk => (Some("1-1.4"), false),
                _ => (None, true),
            }
        );
    }
}

#[test]
fn the_console_of_a_uboot_is_named_where_there_are_others() {
    let folder = Folder::new();
    let board = |name: &str, port: &str, more: &str| {
        format!("[[node]]\nname = \"{name}\"\nimage = \"disk\"\nport = \"{port}\"\n{more}\n")
    };
    let read = |nodes: &[String]| {
        let head = "schema = 1\nimage.disk.file = \"disk.img\"\n[defaults]\nnet = \"dhcp\"\n";
        folder.read(&(head.to_owned() + &nodes.concat()))
    };
    let pc = board("pc", "1-1", "board = \"orangepi-pc\"");
    let rock = board("rock", "1-2", "board = \"rock-5b\"");
    assert!(read(&[pc.clone(), rock]).is_ok(), "there is one line");
    let console = "board = \"rock-5b\"\nconsole = { port = \"/dev/ttyS1\", expect = \"x\" }";
    for other in
        [board("vf", "/dev/ttyS1", "board = \"visionfive-2\""), board("rock", "1-2", console)]
    {
        let error = read(&[pc.clone(), other.clone()]).expect_err("which line?").to_string();
        assert!(error.ends_with("this one's U-Boot is at one of them"), "{error}");
        let named = board("pc", "1-1", "board = \"orangepi-pc\"\nuboot-console = \"/dev/ttyS2\"");
        assert!(read(&[named, other]).is_ok());
    }
}

#[test]
fn nodes_come_after_others_and_not_in_circles() {
    let folder = Folder::new();
    let node = |name: &str, after: &str| {
        format!(
            "[[node]]\nname = \"{name}\"\nport = \"1-{}\"\nafter = [{after}]\n",
            name.as_bytes()[0] - b'a' + 1
        )
    };
    let head = "schema = 1\nimage.disk.file = \"disk.img\"\n[defaults]\nboard = \"rock-5b\"\nimage = \"disk\"\n";
    let read = |nodes: &[String]| folder.read(&(head.to_owned() + &nodes.concat()));
    let sound = [node("a", "\"c\", \"b\", \"c\""), node("b", "\"c\""), node("c", "")];
    let manifest = read(&sound).expect("it is sound");
    let after: Vec<_> = manifest.nodes.iter().map(|node| node.after.as_slice()).collect();
    assert_eq!(after, [&[2, 1][..], &[2], &[]]);
    let round = [node("a", "\"b\""), node("b", "\"c\""), node("c", "\"d\""), node("d", "\"b\"")];
    let error = read(&round).expect_err("a circle").to_string();
    assert!(
        error.ends_with(": node b: `after` goes round in a circle: b after c after d after b"),
        "{error}"
    );
}

#[test]
fn files_are_found_by_the_names_that_boards_have() {
    let folder = Folder::new();
    let loader = include_bytes!("../../../fixtures/images/rk330c-loader.bin");
    let board = crate::boards::find("roc-rk3308-cc").expect("it is built in");
    let literal = board.files().into_iter().find(|file| file.is_literal());
    let name = literal.map_or("loader.bin", |file| file.name.as_str()).to_owned();
    for place in [format!("files/{name}"), format!("files/{}/{name}", board.name)] {
        folder.file(&place, loader);
    }
    let text = with("files = \"files\"").replace("rock-5b", "roc-rk3308-cc");
    match folder.read(&text) {
        Ok(manifest) => {
            let files: Vec<_> =
                manifest.nodes[0].files.iter().map(|(_, path)| path.clone()).collect();
            let found = folder.path(&format!("files/{}/{name}", board.name));
            assert_eq!(files, literal.map(|_| found).into_iter().collect::<Vec<_>>());
        }
        Err(error) => panic!("{error}"),
    }
}

#[test]
fn the_same_in_json_is_the_same() {
    let folder = Folder::new();
    let json = "{\n \"schema\": 1,\n \"image\": {\"disk\": {\"file\": \"disk.img\"}},\n \"node\": [{\n  \"name\": \"a\",\n  \
                \"board\": \"rock-5b\",\n  \"port\": \"1-1\",\n  \"image\": \"disk\"\n }]\n}\n";
    let shown = |manifest: Manifest| format!("{:?}{:?}", manifest.images, manifest.nodes);
    let toml = shown(folder.read(&with("")).expect("it is sound"));
    for name in ["rack.json", "rack"] {
        assert_eq!(shown(folder.read_as(name, json).expect("it is sound")), toml, "{name}");
    }
    for (right, wrong, line, text) in [
        ("\"1-1\"", "\"1_1\"", 7, "`1_1` is not a USB port path"),
        ("\"port\"", "\"ports\"", 7, "did you mean `port`?"),
        ("1,\n", "2,\n", 2, "`schema` is 2, and has to be 1"),
        (
            "\"disk\"
",
            "\"disk\",
",
            8,
            "it is no JSON",
        ),
        ("\"port\": ", "\"name\": \"b\", \"port\": ", 7, "the key `name` is there twice"),
        ("\"1-1\"", "null", 7, "`port` is null, and has to be text"),
        ("1,\n", "1e9999,\n", 2, "`schema` is a number that is too large or has a fraction"),
        ("{\n", "{ // a rack\n", 1, "it is no JSON"),
    ] {
        let error = folder.read_as("rack.json", &json.replacen(right, wrong, 1)).expect_err(wrong);
        let fits = |mistake: &Mistake| mistake.line == Some(line) && mistake.text.contains(text);
        assert!(error.list().iter().any(fits), "{wrong}: {error}");
    }
    let array = folder.read_as("rack.json", "[]").expect_err("no object");
    assert!(array.to_string().ends_with(":1: it is no JSON object"));
    let deep = folder.read_as("rack.json", &"[".repeat(100_000)).expect_err("too deep");
    assert!(deep.to_string().contains("it is no JSON"), "{deep}");
}

#[test]
fn what_cannot_be_read_is_told_alone() {
    let folder = Folder::new();
    let damaged =
        folder.read("schema = 1\n[image.disk\nfile = \"a\"\n[[node]\n").expect_err("no TOML");
    let lines: Vec<_> = damaged.list().iter().map(|mistake| mistake.line).collect();
    assert_eq!(lines, [Some(2), Some(4)], "{damaged}");
    let twice = folder.read("schema = 1\nschema = 1\n").expect_err("a key twice");
    assert_eq!(twice.list()[0].line, Some(2), "{twice}");
    folder.file("rack.toml", b"schema = 1\n# \xff\n");
    let latin = Manifest::read(&folder.path("rack.toml")).expect_err("no UTF-8");
    assert!(latin.to_string().ends_with(":2: it is not text in UTF-8"), "{latin}");
    let none = Manifest::read(&folder.path("none.toml")).expect_err("it is not there");
    assert_eq!((none.failure().exit, none.list()[0].line), (Exit::BadInput, None));
    assert_eq!(none.to_string().matches("none.toml").count(), 1, "{none}");
    for deep in ["[", "{a="] {
        let deep =
            folder.read(&format!("schema = {}", deep.repeat(100_000))).expect_err("too deep");
        assert_eq!(deep.list()[0].line, Some(1));
    }
    let empty = folder.read("").expect_err("nothing in it");
    assert_eq!(empty.list().len(), 3, "{empty}");
    let no_node = folder.read("schema = 1\nimage.disk.file = \"disk.img\"\nnode = []\n");
    assert!(
        no_node.expect_err("none").to_string().contains(":3: there has to be at least one node")
    );
}

/// The manifest of a whole rack.
fn racklet() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/racklet.toml")
}

#[test]
fn the_example_of_a_whole_rack_is_sound() {
    let manifest = Manifest::read(&racklet()).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!((manifest.nodes.len(), manifest.images.len(), manifest.groups.len()), (14, 4, 2));
    let ethernet: Vec<_> =
        manifest.nodes.iter().filter_map(|node| Some((node.name.as_str(), node.net?))).collect();
    let addresses: std::collections::BTreeSet<_> =
        ethernet.iter().map(|(_, net)| net.to_string()).collect();
    assert_eq!((ethernet.len(), addresses.len()), (6, 6), "{ethernet:?}");
    let consoles = manifest.nodes.iter().filter(|node| node.console.is_some());
    assert_eq!(consoles.map(|node| node.name.as_str()).collect::<Vec<_>>(), ["tray1-slot1"]);
    let families: std::collections::BTreeSet<_> =
        manifest.nodes.iter().map(|node| node.board.family.as_str()).collect();
    assert_eq!(families.len(), 4, "{families:?}");
}

/// The page for people.
const PAGE: &str = include_str!("../../../docs/manifest.md");
/// What is before and after the keys there.
const MARKS: [&str; 2] = [" renews them -->\n", "<!-- end of keys -->"];

/// The keys of every table, as the page has them.
fn tables() -> String {
    use keys::{Key, Otherwise};
    let row = |Key { name, kind, otherwise, meaning }: &Key| {
        let otherwise = match otherwise {
            Otherwise::Required => "required".to_owned(),
            Otherwise::Nothing => "-".to_owned(),
            Otherwise::Value(value) => format!("`{value}`"),
            Otherwise::Words(words) => (*words).to_owned(),
        };
        format!("| `{name}` | {} | {otherwise} | {meaning} |\n", kind.words())
    };
    let table = |title: &str, keys: &[Key]| {
        let rows: String = keys.iter().map(row).collect();
        format!(
            "\n### {title}\n\n| key | takes | if left out | meaning |\n|---|---|---|---|\n{rows}"
        )
    };
    [
        ("The manifest", keys::top()),
        ("`[image.NAME]`", keys::image()),
        ("`[group.NAME]`", keys::group()),
        ("`[[node]]` and `[defaults]`", keys::node()),
        ("`[node.file]`", keys::file()),
        ("`[[node.write]]`", keys::write()),
        ("`[node.hook]`", keys::hook()),
        ("`[node.console]`", keys::console()),
    ]
    .map(|(title, keys)| table(title, &keys))
    .concat()
}

#[test]
fn the_page_has_every_key() {
    let (before, rest) = PAGE.split_once(MARKS[0]).expect("the keys begin");
    let (kept, after) = rest.split_once(MARKS[1]).expect("the keys end");
    let made = tables() + "\n";
    if std::env::var_os("BLESS").is_some() {
        let page = [before, MARKS[0], &made, MARKS[1], after].concat();
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/manifest.md");
        return fs::write(path, page).expect("the page");
    }
    assert!(kept == made, "docs/manifest.md is out of date: run the test once with BLESS=1");
}

#[test]
fn the_examples_of_the_page_are_sound() {
    let folder = Folder::new();
    folder.file("debian.img.xz", include_bytes!("../../../fixtures/racklet/disk.img.xz"));
    for (language, name) in [("toml", "rack.toml"), ("json", "rack.json")] {
        let example = PAGE.split(&format!("```{language}\n")).nth(1).expect("an example");
        let example = example.split("```").next().expect("its end");
        let manifest = folder.read_as(name, example).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(manifest.nodes.len(), 2, "{language}");
    }
}

#[test]
fn every_default_is_as_the_key_says() {
    let folder = Folder::new();
    let plain =
        folder.read(&with("hook.limit = 30\nconsole = { port = \"/dev/null\", expect = \"x\" }"));
    let plain = format!("{:?}", plain.expect("it is sound").nodes);
    let defaults = |keys: Vec<keys::Key>, path: &str| -> String {
        let value = |key: &keys::Key| match key.otherwise {
            keys::Otherwise::Value(value) => format!("{path}{} = {value}\n", key.name),
            _ => String::new(),
        };
        keys.iter().map(value).collect()
    };
    let all = defaults(keys::node(), "")
        + &defaults(keys::hook(), "hook.")
        + &defaults(keys::console(), "console.");
    let all = with(&(all + "console.port = \"/dev/null\"\nconsole.expect = \"x\""));
    assert_eq!(format!("{:?}", folder.read(&all).expect("it is sound").nodes), plain);
    assert_eq!(schema()["$defs"]["node"]["properties"]["wait"]["default"], "30s");
}

proptest::proptest! {
    #[test]
    fn damage_is_told_with_a_line_that_exists(
        json in proptest::bool::ANY,
        changes in proptest::collection::vec((0_usize..20_000, 0_usize..12, 0_u8..8, proptest::num::u8::ANY), 1..6),
    ) {
        let folder = Folder::new();
        let example = if json { PAGE.split("```json\n").nth(1).expect("an example").split("```").next().expect("its end").to_owned() } else { fs::read_to_string(racklet()).expect("the example") };
        let mut bytes = example.into_bytes();
        for (at, length, kind, byte) in changes {
            let at = at % (bytes.len() + 1);
            let end = (at + length).min(bytes.len());
            let piece = bytes[at..end].to_vec();
            match kind {
                0 => drop(bytes.splice(at..end, [byte])),
                1 => drop(bytes.splice(at..end, piece.repeat(2))),
                2 => bytes.truncate(at),
                3 => bytes.insert(at, b"\n\"[]{}=,"[usize::from(byte) % 8]),
                4 => drop(bytes.drain(at..end)),
                5 => drop(bytes.splice(at..at, bytes.clone())),
                _ => drop(bytes.splice(at..end, piece.iter().rev().copied())),
            }
        }
        if let Err(error) = Manifest::of_bytes(&folder.path("rack"), &bytes) {
            let lines = String::from_utf8_lossy(&bytes).lines().count().max(1);
            for mistake in error.list() {
                proptest::prop_assert!(mistake.line.is_some_and(|line| (1..=lines).contains(&line)), "{error} of {lines}");
                proptest::prop_assert!(!mistake.text.is_empty() && !mistake.text.contains('\n'));
            }
            proptest::prop_assert_ne!(error.failure().exit, Exit::Done);
        }
    }
}
