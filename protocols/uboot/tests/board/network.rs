//! The network at a virtual U-Boot.

use std::{sync::Arc, time::Duration};

use uboot::{
    host::{Cause, Output},
    memory::Sum,
    network::{Fetch, is_alive},
    rom::{Flaw, Profile, World},
};

use super::setup::{Bench, LIMIT, SERVER, Server, bytes, run};

const SET: &str = "setenv ipaddr 10.0.0.2; setenv serverip 10.0.0.1";

fn bench(server: Server, flaw: Option<Flaw>) -> Bench {
    Bench::with(Vec::new(), server, flaw)
}

fn fetch(bench: &mut Bench, set: &str, command: &str) -> (Option<Fetch>, u32, String) {
    let outputs = bench.run(&[set, command]);
    let output = &outputs[1];
    (Fetch::parse(&output.text), output.status, output.text.clone())
}

#[test]
fn a_file_arrives_whole_at_every_window() {
    let file = bytes(1_000_003);
    for window in [1, 2, 16, 64] {
        let mut bench = bench(Server::with("image", &file), None);
        bench.at_prompt(|prompt| {
            run(prompt, &format!("{SET}; setenv tftpwindowsize {window}"));
            let output = run(prompt, "tftpboot 42000000 image");
            assert_eq!(Fetch::parse(&output.text), Some(Fetch::Done(1_000_003)), "{}", output.text);
            assert_eq!(output.status, 0);
            let sum = Sum::parse(&run(prompt, "crc32 $fileaddr $filesize").text).expect("a sum");
            assert!(sum.is_of(0x4200_0000, 1_000_003));
            assert_eq!(sum.crc, uboot::crc32(&file), "window {window}");
        });
    }
}

#[test]
fn lost_packets_are_sent_again() {
    let file = bytes(20_000);
    // The request, the answer to it, blocks and acknowledgements, the last of each.
    for lost in 1..40 {
        let server = Server::with("image", &file).losing(lost);
        let mut bench = bench(server, None);
        bench.at_prompt(|prompt| {
            run(prompt, SET);
            let output = run(prompt, "tftpboot 42000000 image");
            assert_eq!(
                Fetch::parse(&output.text),
                Some(Fetch::Done(20_000)),
                "{lost}: {}",
                output.text
            );
            let sum = Sum::parse(&run(prompt, "crc32 42000000 $filesize").text).expect("a sum");
            assert_eq!(sum.crc, uboot::crc32(&file), "{lost}");
        });
    }
}

#[test]
fn variables_say_how_long_it_waits_and_where_it_asks() {
    let set = |more: &str| format!("{SET}; {more}");
    let server = Server::with("image", b"file").elsewhere(50_069);
    let (found, ..) =
        fetch(&mut bench(server, None), &set("setenv tftpdstp 50069"), "tftpboot 42000000 image");
    assert_eq!(found, Some(Fetch::Done(4)));
    for (more, words, times) in [
        ("setenv tftptimeout 1000; setenv tftptimeoutcountmax 3", "", 3),
        ("setenv tftptimeout 10; setenv tftptimeoutcountmax 3", "(10 ms) too low", 3),
        ("true", "", 10),
    ] {
        let mut bench = bench(Server::with("image", b"file").mute(), None);
        let (found, _, text) = fetch(&mut bench, &set(more), "tftpboot 42000000 image");
        assert_eq!(found, Some(Fetch::NoAnswer), "{more}: {text}");
        assert!(text.contains(words), "{more}: {text}");
        assert_eq!(text.matches("T ").count(), times, "{more}: {text}");
    }
}

#[test]
fn variables_must_be_set_first() {
    let command = "tftpboot 42000000 image";
    let unset = |name: &str| Some(Fetch::NotSet(name.into()));
    let mut bench = bench(Server::with("image", b"file"), None);
    assert_eq!(fetch(&mut bench, "true", command).0, unset("serverip"));
    assert_eq!(fetch(&mut bench, "setenv serverip 10.0.0.1", command).0, unset("ipaddr"));
    assert_eq!(fetch(&mut bench, SET, command).0, Some(Fetch::Done(4)));
    assert_eq!(
        fetch(&mut bench, "setenv serverip", "tftpboot 42000000 10.0.0.1:image").0,
        Some(Fetch::Done(4))
    );
    let profile = Profile { environment: Vec::new(), ..Profile::default() };
    let network: Option<Box<dyn uboot::rom::Network>> = Some(Box::new(Server::default()));
    let mut bench = Bench::new(profile, World { network, ..World::new(115_200) });
    assert_eq!(fetch(&mut bench, SET, command).0, unset("ethaddr"));
}

#[test]
fn failures_have_u_boots_words() {
    let command = "tftpboot 42000000 image";
    let server = || Server::with("image", &bytes(100_000));
    for (server, flaw, command, expected) in [
        (server(), Some(Flaw::DeadPhy), command, Fetch::NoPhy),
        (server(), Some(Flaw::NoLink), command, Fetch::NoLink),
        (server().gone(), None, command, Fetch::Unreachable),
        (server().mute(), None, command, Fetch::NoAnswer),
        (server(), None, "tftpboot 40000000 image", Fetch::Reserved),
        (server(), None, "tftpboot 7ceff000 image", Fetch::Reserved),
        (server(), None, "tftpboot 80000000 image", Fetch::Reserved),
    ] {
        let mut bench = bench(server, flaw);
        let (found, status, text) = fetch(&mut bench, SET, command);
        assert_eq!((found, status), (Some(expected), 1), "{text}");
        assert_eq!(bench.say("echo back").text, "back");
    }
    let mut bench = Bench::new(Profile::default(), World::new(115_200));
    assert_eq!(fetch(&mut bench, SET, command).0, Some(Fetch::NoEthernet));
    let mut bench = self::bench(server(), None);
    let (found, status, _) = fetch(&mut bench, SET, "tftpboot 42000000 other");
    let words = "File not found".into();
    assert_eq!((found, status), (Some(Fetch::Refused { code: 1, words }), 1));
}

#[test]
fn a_key_ends_a_load() {
    let mut bench = bench(Server::with("image", b"file").mute(), None);
    bench.at_prompt(|prompt| {
        run(prompt, SET);
        prompt.start("tftpboot 42000000 image").expect("it is typed");
        prompt.console().pause(Duration::from_secs(5)).expect("it waits");
        prompt.console().say(b"\x03").expect("typed");
        let output = prompt.finish(LIMIT).expect("the command ends");
        assert_eq!((Fetch::parse(&output.text), output.status), (Some(Fetch::Aborted), 1));
        assert_eq!(run(prompt, "echo back").text, "back");
    });
}

#[test]
fn a_board_that_resets_in_a_load_counts_down_again() {
    let mut bench = bench(Server::with("image", &bytes(100_000)), Some(Flaw::ResetsInLoad(50_000)));
    let error = bench.at_prompt(|prompt| {
        run(prompt, SET);
        prompt.run("tftpboot 42000000 image", LIMIT).expect_err("it resets")
    });
    assert!(matches!(error.cause, Cause::Missing(_)), "{error}");
    assert!(error.heard.contains("stop autoboot"), "{}", error.heard);
    let (found, ..) = fetch(&mut bench, SET, "tftpboot 42000000 image");
    assert_eq!(found, Some(Fetch::Done(100_000)), "it does so once");
}

#[test]
fn pings_are_answered_by_who_is_there() {
    let mut bench = bench(Server::default(), None);
    bench.at_prompt(|prompt| {
        run(prompt, "setenv ipaddr 10.0.0.2");
        let output = run(prompt, "ping 10.0.0.1");
        assert_eq!((is_alive(&output.text, SERVER), output.status), (Some(true), 0));
        let output = run(prompt, "ping 10.0.0.9");
        assert_eq!((is_alive(&output.text, "10.0.0.9"), output.status), (Some(false), 1));
        assert_eq!(run(prompt, "ping nobody").status, 1);
    });
}

const PUT: &str = "tftpput 42000000 4e21 dump";

/// Fills memory with a file, and puts it back.
fn put(server: Server, flaw: Option<Flaw>, more: &str) -> (Output, Vec<Vec<u8>>, u32) {
    let written = Arc::clone(&server.written);
    let mut bench = bench(server, flaw);
    let mut outputs = bench.run(&[
        &format!("{SET}; {more}"),
        "mw.b 42000000 5a 5000; mw.l 42001000 12345678 100",
        PUT,
        "crc32 42000000 4e21",
    ]);
    let sum = Sum::parse(&outputs[3].text).expect("a sum");
    let written = written.lock().expect("nobody panicked").clone();
    (outputs.remove(2), written, sum.crc)
}

#[test]
fn memory_goes_to_a_server() {
    let (output, written, sum) = put(Server::default(), None, "setenv tftpwindowsize 16");
    assert_eq!((Fetch::parse(&output.text), output.status), (Some(Fetch::Done(20_001)), 0));
    for words in ["Save size:    0x4e21\nSaving: *", "##\ndone\n"] {
        assert!(output.text.contains(words), "{}", output.text);
    }
    assert_eq!(written.len(), 1);
    assert_eq!((written[0].len(), uboot::crc32(&written[0])), (20_001, sum));
}

#[test]
fn lost_packets_of_a_put_are_sent_again() {
    for lost in 1..34 {
        let more = "setenv tftptimeout 1000";
        let (output, written, sum) = put(Server::default().losing(lost), None, more);
        assert_eq!(Fetch::parse(&output.text), Some(Fetch::Done(20_001)), "{}", output.text);
        assert_eq!(written.iter().map(|file| uboot::crc32(file)).collect::<Vec<_>>(), [sum]);
    }
}

#[test]
fn puts_fail_in_u_boots_words() {
    for (server, flaw, expected) in [
        (Server::default(), Some(Flaw::DeadPhy), Fetch::NoPhy),
        (Server::default().gone(), None, Fetch::Unreachable),
        (Server::default().mute(), None, Fetch::NoAnswer),
    ] {
        let (output, written, _) = put(server, flaw, "true");
        assert_eq!((Fetch::parse(&output.text), output.status), (Some(expected), 1));
        assert!(written.is_empty());
    }
    let (output, written, _) = put(Server::default(), Some(Flaw::NoPut), "true");
    assert!(output.is_unknown() && written.is_empty(), "{}", output.text);
    let (output, written, sum) = put(Server::default(), Some(Flaw::SendsWrong(1)), "true");
    assert_eq!(Fetch::parse(&output.text), Some(Fetch::Done(20_001)));
    assert_ne!(uboot::crc32(&written[0]), sum);
    let mut bench = bench(Server::default(), Some(Flaw::NoPut));
    assert!(bench.say("help tftpput").text.contains("Unknown command 'tftpput'"));
    assert!(bench.say("help tftpboot").text.starts_with("tftpboot - load file"));
    let mut bench = self::bench(Server::default(), None);
    assert!(bench.say("help tftpput").text.starts_with("tftpput - TFTP put"));
}
