//! Two conversations side by side.

use crate::{exceptions::Exceptions, message::Message};

/// Goes through both conversations: messages are the same, or an exception fits where they are not.
pub(crate) fn compare(
    session: &str,
    theirs: &[Message],
    ours: &[Message],
    exceptions: &mut Exceptions,
) -> Result<(), String> {
    let (mut their, mut our) = (0, 0);
    while their < theirs.len() || our < ours.len() {
        let (rest, our_rest) = (&theirs[their..], &ours[our..]);
        let same = !rest.is_empty() && rest.first() == our_rest.first();
        let step = if same { Some((1, 1)) } else { exceptions.apply(session, rest, our_rest) };
        let Some((their_step, our_step)) = step else {
            return Err(format!(
                "{session}: their message {} and our message {} are not the same:\n  theirs {}\n  ours   {}\n  {}",
                their + 1,
                our + 1,
                words(rest),
                words(our_rest),
                difference(rest, our_rest),
            ));
        };
        their += their_step;
        our += our_step;
    }
    Ok(())
}

fn words(messages: &[Message]) -> &str {
    messages.first().map_or("(no more)", |message| &message.text)
}

fn difference(theirs: &[Message], ours: &[Message]) -> String {
    match (theirs.first(), ours.first()) {
        (Some(theirs), Some(ours)) => theirs.difference(ours),
        (Some(_), None) => "we leave it out".into(),
        _ => "we say more".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::payload::Payload;
    use racklet_flash::transport::Entry;

    const SESSION: &str = "tool/session";

    fn message(text: &str, data: &[u8]) -> Message {
        let mut payload = Payload::new();
        assert!(payload.append(&Entry::out(data)));
        Message { text: text.into(), phases: vec![payload] }
    }

    fn conversation(texts: &[&str]) -> Vec<Message> {
        texts.iter().map(|text| message(text, text.as_bytes())).collect()
    }

    fn exceptions(text: &str) -> Exceptions {
        let text =
            text.replace("[[x]]", "[[exception]]\nsessions = [\"tool/session\"]\nreason = \"so\"");
        Exceptions::parse(&text).expect("sound")
    }

    /// The outcome with exceptions, the unused among them.
    fn outcome(theirs: &[&str], ours: &[&str], text: &str) -> Result<(), String> {
        let mut exceptions = exceptions(text);
        compare(SESSION, &conversation(theirs), &conversation(ours), &mut exceptions)?;
        match &exceptions.unused()[..] {
            [] => Ok(()),
            unused => Err(unused.join("\n")),
        }
    }

    #[track_caller]
    fn fails(outcome: Result<(), String>, says: &str) {
        let problem = outcome.expect_err("it fails");
        assert!(problem.contains(says), "`{says}` is not in: {problem}");
    }

    #[test]
    fn the_same_is_the_same() {
        assert_eq!(outcome(&["a", "b", "a"], &["a", "b", "a"], ""), Ok(()));
        assert_eq!(outcome(&[], &[], ""), Ok(()));
    }

    #[test]
    fn a_changed_byte_is_told() {
        let theirs = [message("write", &[1, 2, 3])];
        let ours = [message("write", &[1, 2, 4])];
        let outcome = compare(SESSION, &theirs, &ours, &mut exceptions(""));
        fails(outcome, "phase 1 differs from byte 2 on");
        let long = |last| [message("write", &[vec![7; 999], vec![last]].concat())];
        fails(compare(SESSION, &long(1), &long(2), &mut exceptions("")), "they differ");
    }

    #[test]
    fn a_message_too_few_or_too_many_is_told() {
        fails(outcome(&["a", "b"], &["a"], ""), "we leave it out");
        fails(outcome(&["a", "b", "c"], &["a", "c"], ""), "theirs b\n  ours   c");
        fails(outcome(&["a"], &["a", "b"], ""), "we say more");
        fails(outcome(&["a", "c"], &["a", "b", "c"], ""), "theirs c\n  ours   b");
        fails(outcome(&[], &["a"], ""), "theirs (no more)");
    }

    #[test]
    fn exceptions_allow_what_they_say() {
        for (theirs, ours, text) in [
            (&["a", "b", "c"][..], &["a", "c"][..], "[[x]]\ntheirs = [\"b\"]"),
            (&["a", "c"], &["a", "b", "c"], "[[x]]\nours = [\"b\"]"),
            (
                &["a", "b", "z"],
                &["a", "c", "d", "z"],
                "[[x]]\ntheirs = [\"b\"]\nours = [\"c\", \"d\"]",
            ),
            (
                &["a", "b", "z"],
                &["b", "a", "z"],
                "[[x]]\ntheirs = [\"a\", \"b\"]\nours = [\"b\", \"a\"]",
            ),
            (&["a", "b", "c", "b"], &["a", "c"], "[[x]]\ntheirs = [\"b\"]\ntimes = 2"),
            (
                &["a", "b"],
                &["c", "d"],
                "[[x]]\ntheirs = [\"a\"]\nours = [\"c\"]\n[[x]]\ntheirs = [\"b\"]\nours = [\"d\"]",
            ),
        ] {
            assert_eq!(outcome(theirs, ours, text), Ok(()), "{text}");
        }
    }

    #[test]
    fn exceptions_allow_no_more_than_they_say() {
        let extra = "[[x]]\ntheirs = [\"b\"]";
        fails(outcome(&["b", "b", "a"], &["a"], extra), "theirs b");
        fails(outcome(&["a", "c"], &["a"], extra), "theirs c");
        fails(outcome(&["a"], &["a", "b"], extra), "ours   b");
        let elsewhere =
            extra.replace("[[x]]", "[[exception]]\nsessions = [\"tool/other\"]\nreason = \"so\"");
        fails(outcome(&["a", "b"], &["a"], &elsewhere), "theirs b");
    }

    #[test]
    fn an_exception_that_is_not_needed_is_told() {
        fails(outcome(&["a"], &["a"], "[[x]]\ntheirs = [\"b\"]"), "“so” applies 0 times, not 1");
        let twice = "[[x]]\ntheirs = [\"b\"]\ntimes = 2";
        fails(outcome(&["a", "b"], &["a"], twice), "applies 1 times, not 2");
        let mut exceptions = exceptions("[[x]]\ntheirs = [\"b\"]");
        compare("tool/none", &[], &[], &mut exceptions).expect("nothing differs from nothing");
        assert_eq!(exceptions.unused().len(), 1, "its session was not there");
    }
}
