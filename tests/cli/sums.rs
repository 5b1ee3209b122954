//! An image's file has the SHA-256 that its publisher gives, or nothing of it is sent.

use std::{fs, path::Path, process::Stdio};

use crate::tool::{Folder, Run, command, finish, noise, run, text};

/// A board whose storage of 64 MiB is in the folder.
fn rock(folder: &Folder) -> String {
    format!("--virtual radxa/rock-5b:storage={},size=64M", text(&folder.path("storage")))
}

fn flash(folder: &Folder, image: &str) -> Run {
    run(&format!("flash rock-5b {image} --yes {}", rock(folder)))
}

/// Whether the storage holds data; it was never touched where there is no file or only zeros.
fn holds(folder: &Folder, data: &[u8]) -> bool {
    fs::read(folder.path("storage")).is_ok_and(|held| held.starts_with(data))
}

fn untouched(folder: &Folder) -> bool {
    fs::read(folder.path("storage")).map_or(true, |held| held.iter().all(|byte| *byte == 0))
}

/// Runs a tool in the folder, and gives what it says.
fn tool(folder: &Folder, line: &str) -> Vec<u8> {
    let mut words = line.split_whitespace();
    let mut tool = std::process::Command::new(words.next().expect("a tool"));
    let done = tool.args(words).current_dir(folder.path("")).output().expect("it is installed");
    assert!(done.status.success(), "{line}");
    done.stdout
}

/// A line of sha256sum's own, with what is before the name.
fn sum(folder: &Folder, name: &str) -> (String, Vec<u8>) {
    let line = tool(folder, &format!("sha256sum {name}"));
    (String::from_utf8_lossy(&line[..64]).into_owned(), line)
}

#[test]
fn the_sum_that_the_user_names_is_that_of_the_file_as_it_is_stored() {
    let folder = Folder::new();
    let data = noise(2 << 20, 3);
    let image = folder.file("disk.img", &data);
    tool(&folder, "xz -k -1 disk.img");
    let raw = sum(&folder, "disk.img").0;
    for (file, other) in [(format!("{image}.xz"), &raw), (image.clone(), &raw.replace('a', "b"))] {
        let right = sum(&folder, &file).0;
        for also in ["", " --raw"] {
            let wrong = flash(&folder, &format!("{file}{also} --sha256 {other}")).bad(6, &right);
            assert!(wrong.stderr.contains(&format!("--sha256 says {other}")), "{}", wrong.stderr);
            assert!(untouched(&folder));
            let verify = format!("verify rock-5b {file}{also} --sha256 {other} {}", rock(&folder));
            run(&verify).bad(6, &right);
        }
        let right = right.to_uppercase();
        let good = flash(&folder, &format!("{file} --sha256 {right}")).good().stderr;
        assert!(good.contains("SHA-256 as --sha256 says"), "{good}");
        assert!(good.contains("check the image"), "{good}");
        assert!(holds(&folder, &data));
        run(&format!("verify rock-5b {file} --sha256 {right} {}", rock(&folder))).good();
        fs::remove_file(folder.path("storage")).expect("it is there");
    }
    run(&format!("flash rock-5b {image} --sha256 {} --dry-run", "0".repeat(64))).bad(6, &raw);
    for sum in [&raw[1..], "", &raw.replace(|_| true, "g"), &format!("{raw}0")] {
        flash(&folder, &format!("{image} --sha256={sum}")).bad(2, "64 hexadecimal digits");
    }
}

#[test]
fn what_is_on_stdin_is_refused_with_a_sum() {
    let folder = Folder::new();
    folder.file("disk.img", &noise(1 << 20, 5));
    let raw = sum(&folder, "disk.img").0;
    let line = format!("flash rock-5b - --yes --sha256 {raw} {}", rock(&folder));
    let file = fs::File::open(folder.path("disk.img")).expect("a file");
    let mut command = command(line.split_whitespace());
    finish(command.stdin(Stdio::from(file))).bad(2, "stdin can be read only once");
    assert!(untouched(&folder));
}

#[test]
fn files_of_sums_beside_the_image_are_asked() {
    let folder = Folder::new();
    let image = folder.file("disk.img", &noise(1 << 20, 7));
    folder.file("other.img", b"other");
    let (right, line) = sum(&folder, "disk.img");
    let binary = tool(&folder, "sha256sum -b disk.img");
    let (_, other) = sum(&folder, "other.img");
    let full = sum(&folder, &image).1;
    for (name, good) in [
        ("SHA256SUMS", [&other[..], &line].concat()),
        ("SHA256SUMS", [&binary[..], &other].concat()),
        ("sha256sum.txt", tool(&folder, "sha256sum other.img ./disk.img")),
        ("sha256sums", line.clone()),
        ("disk.img.sha256", line.clone()),
        ("disk.img.sha256", right.clone().into_bytes()),
        ("disk.img.sha256sum", full),
    ] {
        let path = folder.file(name, &good);
        let said = flash(&folder, &image).good().stderr;
        assert!(said.contains(&format!("SHA-256 as {name} says")), "{name}: {said}");
        let told = run(&format!("verify rock-5b {image} --json {}", rock(&folder))).good();
        assert!(told.stdout.contains(&format!("SHA-256 as {name} says")), "{}", told.stdout);
        fs::remove_file(folder.path("storage")).expect("it is there");
        // Only this image has another sum.
        let wrong = right.chars().rev().collect::<String>();
        let bad = String::from_utf8(good).expect("text").replace(&right, &wrong);
        fs::write(&path, bad).expect("written");
        let said = flash(&folder, &image).bad(6, &right).stderr;
        assert!(said.contains(&format!("{path} says {wrong}")), "{said}");
        assert!(untouched(&folder));
        run(&format!("verify rock-5b {image} {}", rock(&folder))).bad(6, &wrong);
        // The user's word is above that of a file.
        flash(&folder, &format!("{image} --sha256 {right}")).good();
        fs::remove_file(folder.path("storage")).expect("it is there");
        fs::remove_file(path).expect("it is there");
    }
}

#[test]
fn files_of_sums_that_tell_nothing_are_notes() {
    let folder = Folder::new();
    let image = folder.file("disk.img", &noise(1 << 20, 9));
    let (right, line) = sum(&folder, "disk.img");
    let line = String::from_utf8(line).expect("text");
    let wrong = "0".repeat(64);
    for (name, text, why) in [
        ("SHA256SUMS", String::new(), "no SHA-256 sum in it"),
        ("SHA256SUMS", right, "no SHA-256 sum in it"),
        ("SHA256SUMS", line[1..].to_owned(), "no SHA-256 sum in it"),
        ("SHA256SUMS", format!("{wrong}  old/disk.img\n"), "does not name disk.img"),
        ("SHA256SUMS", format!("{wrong}  disk.img.xz\n"), "does not name disk.img"),
        ("SHA256SUMS", format!("{line}{wrong}  disk.img\n"), "two sums for disk.img"),
        ("disk.img.sha256", format!("{wrong}  card.img\n"), "does not name disk.img"),
        ("disk.img.sha256", "<html>".into(), "no SHA-256 sum in it"),
    ] {
        let path = folder.file(name, text.as_bytes());
        let said = flash(&folder, &image).good().stderr;
        assert!(said.contains(why) && said.contains(&path), "{text}: {said}");
        assert!(!said.contains("SHA-256 as"), "{text}: {said}");
        fs::remove_file(path).expect("it is there");
    }
    // What cannot be read is not waited for.
    tool(&folder, "mkfifo SHA256SUMS");
    tool(&folder, "mkdir disk.img.sha256");
    tool(&folder, "ln -s nowhere sha256sum.txt");
    let said = flash(&folder, &image).good().stderr;
    assert_eq!(said.matches("it cannot be read (").count(), 3, "{said}");
    // None is asked where nobody wants one.
    let nothing = Folder::new();
    let image = nothing.file("disk.img", &noise(1 << 20, 9));
    assert!(!flash(&nothing, &image).good().stderr.contains("SHA"));
}

#[test]
fn the_check_can_be_stopped() {
    let folder = Folder::new();
    let image = folder.path("disk.img");
    let file = fs::File::create(&image).expect("a file");
    file.set_len(64 << 30).expect("a sparse file");
    let line = format!(
        "verify rock-5b {} --sha256 {} --json {}",
        image.display(),
        "0".repeat(64),
        rock(&folder)
    );
    let (child, lines) = crate::stopping::moving(&line.split_whitespace().collect::<Vec<_>>());
    crate::stopping::interrupt(&child);
    let (code, last) = crate::stopping::ending(child, lines);
    assert_eq!(code, Some(130), "{last}");
}

#[test]
fn a_large_window_is_told_beforehand() {
    let folder = Folder::new();
    let image = folder.file("disk.img", &noise(1 << 20, 11));
    for (level, told) in [("-6", false), ("-9", true)] {
        tool(&folder, &format!("xz -k -f {level} {image}"));
        let said = flash(&folder, &format!("{image}.xz")).good().stderr;
        assert_eq!(said.contains("unpacking it takes 64 MiB of memory"), told, "{said}");
        assert!(!said.contains("unpacking") || said.find("unpacking") < said.find("check the"));
    }
}

#[test]
fn what_follows_a_gzip_member_is_a_note() {
    let folder = Folder::new();
    let data = noise(1 << 20, 13);
    let image = folder.file("disk.img", &data);
    tool(&folder, &format!("gzip -k {image}"));
    let mut packed = fs::read(Path::new(&format!("{image}.gz"))).expect("made above");
    packed.extend(b"junk");
    let image = folder.file("junk.img.gz", &packed);
    let said = flash(&folder, &image).good().stderr;
    assert!(said.contains("4 bytes that are no gzip data follow the gzip data"), "{said}");
    assert!(holds(&folder, &data));
}
