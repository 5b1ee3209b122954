//! The receiver of the crate `xmodem`.

use std::{thread, time::Duration};

use link::Silent;
use racklet_flash::transport::{SerialLine, Stop};
use serialport::SerialPort;
use xmodem::{
    Profile, Sender,
    drive::{File, Text, send},
};
use xmodem_peer::Checksum;

use crate::{image, pty};

#[test]
fn the_crates_receiver_gets_a_file() {
    for (check, profile) in [
        (Checksum::CRC16, Profile::PLAIN),
        (Checksum::CRC16, Profile::LRZSZ),
        (Checksum::Standard, Profile::PLAIN),
    ] {
        let data = image(50_001);
        let (master, mut slave) = pty::pair();
        slave.set_timeout(Duration::from_secs(10)).expect("a port takes a timeout");
        let receiver = thread::spawn(move || {
            let mut got = Vec::new();
            let received = xmodem_peer::Xmodem::new().recv(&mut slave, &mut got, check);
            // The port goes back: closed here, it would take the last answer with it.
            (slave, received.map(|_| got).map_err(|error| format!("{error:?}")))
        });
        let mut line = SerialLine::over(Box::new(master), pty::BAUD, Stop::default());
        let mut sender = Sender::xmodem(profile, data.len() as u64, Duration::from_secs(20));
        let mut source = &data[..];
        let mut files = [File { name: String::new(), source: &mut source }];
        let sent = send(&mut line, &mut sender, &mut files, &mut Text::default(), &mut Silent)
            .expect("it arrives");
        assert!(sent.confirmed);
        let (_slave, got) = receiver.join().expect("it did not panic");
        let got = got.expect("it is content");
        assert!(got.starts_with(&data) && got.len() < data.len() + 1024, "{} bytes", got.len());
    }
}
