//! `boards`, and boards of users' own.

use std::{fs, path::PathBuf, process::Command};

use serde_json::Value;

use crate::tool::{Folder, Run, command, finish, run};

const OWN: &str = r#"name = "acme/demo"
title = "Acme Demo"
family = "rockchip"
soc = "RK3588"
socket = { kind = "usb-c", where = "the USB-C socket" }
storage = [{ kind = "emmc" }, { kind = "sd" }]
"#;

/// A user with a data folder, on a machine with another.
struct User(Folder);

impl User {
    fn new() -> Self {
        let user = Self(Folder::new());
        for folder in ["data", "system"] {
            fs::create_dir_all(user.boards(folder)).expect("a folder");
        }
        user
    }

    fn boards(&self, folder: &str) -> PathBuf {
        self.0.path(folder).join("racklet-flash/boards")
    }

    fn has(&self, folder: &str, name: &str, text: &str) {
        fs::write(self.boards(folder).join(name), text).expect("the file is written");
    }

    fn command(&self, arguments: &str) -> Command {
        let mut command = command(arguments.split_whitespace());
        command.env("XDG_DATA_HOME", self.0.path("data"));
        command.env("XDG_DATA_DIRS", self.0.path("system"));
        command
    }

    fn run(&self, arguments: &str) -> Run {
        finish(&mut self.command(arguments))
    }
}

/// The recipe's file, the rows of its table, and what tries each row's board.
fn recipe() -> (String, Vec<[String; 4]>) {
    let text = include_str!("../../CONTRIBUTING.md");
    let section =
        text.split("\n## ").find(|part| part.starts_with("Add a board")).expect("a recipe");
    let block = section.split("```toml").nth(1).and_then(|rest| rest.split("```").next());
    let file = block.expect("a file").lines().map(|line| line.trim_start().to_owned() + "\n");
    let rows = section.lines().map(str::trim_start).filter(|line| line.starts_with("| "));
    let cells = |line: &str| -> Vec<String> {
        line.trim_matches('|')
            .split('|')
            .map(|cell| cell.trim().trim_matches('`').to_owned())
            .collect()
    };
    let rows = rows.skip(1).map(|line| cells(line).try_into().expect("four cells"));
    (file.collect::<String>().trim_start().to_owned(), rows.collect())
}

#[test]
fn contributings_recipe_works_on_the_first_try_for_every_family() {
    let (file, rows) = recipe();
    let families: Vec<_> = rows.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(families.len(), racklet_flash::boards::families().count(), "{families:?}");
    for [family, soc, socket, tries] in &rows {
        let user = User::new();
        let text = file
            .replace("\"rockchip\"", &format!("\"{family}\""))
            .replace("\"RK3588\"", &format!("\"{soc}\""))
            .replace("\"usb-c\"", &format!("\"{socket}\""));
        user.has("data", "demo.toml", &text);
        let path = user.boards("data").join("demo.toml");
        let checked = user.run(&format!("boards --check {}", path.display())).good();
        assert!(checked.stdout.contains("acme/demo is sound"), "{}", checked.stdout);
        let card = user.run("boards demo").good().stdout;
        assert!(card.starts_with("Acme Demo (acme/demo)") && card.contains("   1. "), "{card}");
        assert!(user.run("boards").good().stdout.contains("acme/demo"));
        // Of a machine without USB, too, the list is what it is without the file.
        assert_eq!(user.run("list").code, run_code("list"));
        match tries.strip_prefix("racklet-flash ") {
            Some(arguments) => drop(user.run(arguments).good()),
            None => {
                drop(user.run("list --virtual acme/demo").bad(2, "no virtual board of acme/demo"))
            }
        }
    }
}

#[test]
fn the_examples_of_the_guide_are_sound() {
    let guide = include_str!("../../docs/boards.md");
    let blocks: Vec<_> = guide
        .split("```toml")
        .skip(1)
        .map(|rest| rest.split("```").next().expect("an end"))
        .collect();
    assert_eq!(blocks.len(), 2);
    let user = User::new();
    user.has("data", "short.toml", blocks[0]);
    user.run("boards rock-9x").good();
    user.has("data", "short.toml", &blocks.concat());
    let card = user.run("boards rock-9x").good().stdout;
    for part in
        ["Its first revision has no button.", "button   ____/", "Or, on the first revision:"]
    {
        assert!(card.contains(part), "{part}: {card}");
    }
}

#[test]
fn every_key_of_the_guide_is_one_and_every_key_is_in_the_guide() {
    let guide = include_str!("../../docs/boards.md");
    let user = User::new();
    user.has("data", "demo.toml", &OWN.replace("title", "titel"));
    let said = user.run("boards demo").bad(6, "unknown field `titel`").stderr;
    let (_, known) = said.split_once("expected one of ").expect("a list of keys");
    let known: Vec<_> =
        known.split('`').skip(1).step_by(2).take_while(|word| !word.contains(' ')).collect();
    assert!(known.len() > 12, "{said}");
    for key in known {
        assert!(guide.contains(&format!("| `{key}` |")), "{key} is not in docs/boards.md");
    }
}

#[test]
fn a_users_board_replaces_that_of_the_system_and_that_one_ours() {
    let user = User::new();
    let named = |title: &str| OWN.replace("acme/demo", "radxa/rock-5b").replace("Acme Demo", title);
    user.has("system", "a.toml", &named("Of the system"));
    assert!(user.run("boards radxa/rock-5b").good().stdout.starts_with("Of the system"));
    user.has("data", "b.toml", &named("My own"));
    let event = user.run("boards radxa/rock-5b --json").good().last_event();
    assert_eq!(event["title"], "My own");
    assert!(
        event["origin"]
            .as_str()
            .is_some_and(|path| path.ends_with("data/racklet-flash/boards/b.toml"))
    );
    let listed = user.run("boards --json").good().last_event();
    let names: Vec<_> = listed["boards"].as_array().expect("boards").iter().collect();
    assert_eq!(names.iter().filter(|board| board["name"] == "radxa/rock-5b").count(), 1);
    // The simulated board is the user's, too.
    let rows = user.run("list --json --virtual radxa/rock-5b").good().last_event();
    assert_eq!(rows["boards"][0]["soc"], "RK3588");
}

#[test]
fn what_is_wrong_is_named_with_its_line_and_what_was_meant() {
    let cases: [(&str, &str, usize, &str); 14] = [
        ("family = \"rockchip\"", "family = \"rokchip\"", 3, "did you mean `rockchip`?"),
        ("RK3588", "RKE3588", 4, "did you mean `RK3588`?"),
        ("title", "titel", 2, "did you mean `title`?"),
        ("usb-c", "usbc", 5, "did you mean `usb-c`?"),
        ("\"usb-c\"", "\"serial\"", 5, "on USB, not on a serial line"),
        ("\"emmc\"", "\"emcc\"", 6, "did you mean `emmc`?"),
        ("\"sd\"", "\"emmc\"", 6, "it has emmc twice"),
        ("acme/demo", "Acme Demo", 1, "`Acme Demo` is no name"),
        ("Acme Demo", "Acme\\u001b[2J", 2, "control characters"),
        ("soc = ", "soc ", 4, "key"),
        ("\"emmc\" }", "\"emmc\", size-bytes = \"16M\" }", 6, "[least, most] in bytes"),
        ("\"emmc\" }", "\"emmc\", size-bytes = [2, 1] }", 6, "[least, most]"),
        ("storage = [", "profile = \"rock-5c\"\nstorage = [", 6, "did you mean `rock-5b`?"),
        (
            "storage = [",
            "files = [{ role = \"lodaer\", name = \"a\", what = \"A.\", publisher = \"b\" }]\nstorage = [",
            6,
            "did you mean `loader`?",
        ),
    ];
    for (from, to, line, says) in cases {
        let user = User::new();
        user.has("data", "demo.toml", &OWN.replacen(from, to, 1));
        for arguments in ["boards demo", "list --virtual demo", "list --virtual acme/demo"] {
            let run = user.run(arguments).bad(6, &format!("demo.toml:{line}: "));
            assert!(run.stderr.contains(says), "{says}: {}", run.stderr);
            assert!(!run.stderr.contains('\u{1b}'), "{}", run.stderr);
        }
        let event = user.run("boards demo --json").last_event();
        assert_eq!((&event["code"], &event["exit"]), (&"input.board".into(), &6.into()), "{event}");
        let event = user.run("list --virtual demo --json").last_event();
        assert_eq!((&event["code"], &event["exit"]), (&"input.board".into(), &6.into()), "{event}");
    }
}

#[test]
fn files_that_are_not_sound_stop_nothing_else() {
    let user = User::new();
    user.has("data", "bad.toml", &OWN.replace("RK3588", "RK1"));
    user.has("data", "twice.toml", &OWN.replace("demo", "good"));
    user.has("data", "twice-more.toml", &OWN.replace("demo", "good"));
    user.has("data", "large.toml", &"#".repeat(70_000));
    user.has("data", "binary.toml", "\u{0}");
    user.has("data", "no-board.txt", "not looked at");
    fs::write(user.boards("data").join("latin.toml"), [0xe4]).expect("written");
    fs::create_dir(user.boards("data").join("folder.toml")).expect("a folder");
    let note = |run: &Run, file: &str| run.stderr.contains(&format!("{file}.toml"));
    for arguments in ["list", "boards rock-5b", "list --virtual vim1"] {
        let run = user.run(arguments);
        assert_eq!(
            run.code,
            if arguments == "list" { run_code("list") } else { 0 },
            "{}",
            run.stderr
        );
        for file in ["bad", "twice", "large", "binary", "latin", "folder"] {
            assert!(note(&run, file), "{arguments}: {file}: {}", run.stderr);
        }
    }
    // Which of the two files is meant, nobody knows.
    user.run("boards acme/good").bad(6, "another file of this folder");
    let table = user.run("boards").bad(6, "bad.toml:4: ");
    assert!(table.stdout.contains("radxa/rock-5b") && !table.stdout.contains("acme/demo"));
    let event = user.run("boards --json").last_event();
    assert_eq!((&event["exit"], &event["event"]), (&6.into(), &"result".into()), "{event}");
    assert_eq!(event["invalid"].as_array().map(Vec::len), Some(6), "{event}");
    assert_eq!(user.run("image info /nonexistent --quiet").stderr.matches("bad.toml").count(), 0);
}

/// The exit code for a user without files.
fn run_code(arguments: &str) -> i32 {
    User::new().run(arguments).code
}

/// Nothing is waited for: a FIFO is no file, and a folder that is not there has none.
#[test]
fn odd_folders_are_no_trouble() {
    let user = User::new();
    let fifo = user.boards("data").join("fifo.toml");
    assert!(Command::new("mkfifo").arg(&fifo).status().expect("mkfifo").success());
    assert!(user.run("boards rock-5b").good().stderr.contains("a FIFO"));
    let mut nowhere = user.command("boards rock-5b");
    nowhere
        .env("XDG_DATA_HOME", "relative")
        .env("XDG_DATA_DIRS", "/nonexistent")
        .env_remove("HOME");
    assert_eq!(finish(&mut nowhere).good().stderr, "");
}

#[test]
fn one_file_is_checked_wherever_it_is() {
    let folder = Folder::new();
    let good = folder.file("own.toml", OWN.as_bytes());
    let event = run(&format!("boards --json --check {good}")).good().last_event();
    assert_eq!((&event["name"], &event["sound"]), (&"acme/demo".into(), &true.into()));
    let bad = folder.file("bad.toml", b"name = 3");
    run(&format!("boards --check {bad}")).bad(6, "bad.toml:1: ");
    run("boards --check /nonexistent").bad(6, "No such file");
    run(&format!("boards rock-5b --check {good}")).bad(2, "cannot be used with");
}

/// Every board's card as JSON has the same keys.
#[test]
fn cards_have_the_same_keys() {
    let card = |name: &str| -> Value { run(&format!("boards --json {name}")).good().last_event() };
    let keys = |card: &Value| -> Vec<String> {
        card.as_object().expect("an object").keys().cloned().collect()
    };
    let first = card("rock-5b");
    for name in
        ["vim1", "s905x4", "visionfive-2", "visionfive-1", "orangepi-pc", "meles", "m1s", "f3"]
    {
        assert_eq!(keys(&card(name)), keys(&first), "{name}");
    }
    assert_eq!(first["recovery"]["steps"].as_array().map(Vec::len), Some(4));
    assert_eq!(first["socket"]["kind"], "usb-c");
    assert_eq!(
        first["storage"][0],
        serde_json::json!({
            "kind": "spi-nor", "size_bytes": 16_777_216, "fit": "soldered", "default": false,
            "note": "empty on new boards; a boot loader on the SD card comes before it",
            "source": "radxa-forum 14115",
        })
    );
    assert_eq!((&first["flashable"], &first["default_storage"]), (&true.into(), &"emmc".into()));
    assert!(
        first["commands"][0]["line"]
            .as_str()
            .is_some_and(|line| line.starts_with("racklet-flash flash rock-5b "))
    );
    assert_eq!(card("visionfive-1")["flashable"], false);
}
