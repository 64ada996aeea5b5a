//! Owns the question whether the quiz can be served on an address and port, and what else can be.
//! Never serves anything.

use crate::failure::{Failure, Outcome};
use std::io::ErrorKind;
use std::net::{IpAddr, SocketAddr, TcpListener, TcpStream};
use std::time::Duration;

/// How many ports above a taken one are tried before the system is asked for any.
const NEXT_PORTS: u16 = 20;

/// How long an answer may take from a program on this machine.
const PATIENCE: Duration = Duration::from_millis(500);

/// Makes sure that nothing else listens there and that this user may.
///
/// # Errors
/// When the port is taken (naming a free one), reserved, or the address is not this machine's.
pub fn check(address: IpAddr, port: u16) -> Outcome<()> {
    let place = SocketAddr::new(address, port);
    match try_listen(place) {
        Ok(()) => Ok(()),
        Err(kind) => Err(failure(place, kind, free_port(address, port))),
    }
}

fn try_listen(place: SocketAddr) -> Result<(), ErrorKind> {
    TcpListener::bind(place).map_err(|error| error.kind())?;
    // Some systems let two programs listen on one port, one of them on every address. So it is
    // not enough that listening works: nobody may answer, either.
    match TcpStream::connect_timeout(&place, PATIENCE) {
        Ok(_) => Err(ErrorKind::AddrInUse),
        Err(_) => Ok(()),
    }
}

/// The next port above that is free, or any that is.
fn free_port(address: IpAddr, taken: u16) -> Option<u16> {
    let above = taken.saturating_add(1)..=taken.saturating_add(NEXT_PORTS);
    let next = above.filter(|port| *port > taken).find(|port| try_listen(SocketAddr::new(address, *port)).is_ok());
    next.or_else(|| {
        let any = TcpListener::bind(SocketAddr::new(address, 0)).ok()?;
        Some(any.local_addr().ok()?.port())
    })
}

fn failure(place: SocketAddr, kind: ErrorKind, free: Option<u16>) -> Failure {
    let (address, port) = (place.ip(), place.port());
    let other = match free {
        Some(free) => format!("serve on a free one: `cargo xtask serve --port {free}`"),
        None => "serve on another one: `cargo xtask serve --port NUMBER`".into(),
    };
    if kind == ErrorKind::AddrInUse {
        return Failure::new(format!("port {port} on {address} is taken by another program"))
            .advise(other)
            .advise("or stop the other program; it may be an earlier `cargo xtask serve`");
    }
    if kind == ErrorKind::PermissionDenied {
        return Failure::new(format!("this user may not serve on port {port}")).advise(other);
    }
    if kind == ErrorKind::AddrNotAvailable {
        return Failure::new(format!("{address} is not an address of this machine"))
            .advise("use 127.0.0.1 for this machine alone, 0.0.0.0 for all that can reach it");
    }
    Failure::new(format!("could not listen on {place}: {kind}")).advise(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::LOCALHOST);

    #[test]
    fn a_taken_port_is_named_in_the_error_with_a_free_one() {
        let listener = TcpListener::bind((HERE, 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        let text = check(HERE, port).unwrap_err().to_string();
        assert!(text.contains(&format!("port {port} ")), "{text}");
        assert!(text.contains("cargo xtask serve --port "), "{text}");
        assert!(!text.contains(&format!("--port {port}`")), "{text}");
    }

    #[test]
    fn a_free_port_passes() {
        let free = free_port(HERE, 40_000).unwrap();
        assert_eq!(check(HERE, free), Ok(()));
    }

    #[test]
    fn the_last_port_has_none_above_and_another_is_found() {
        let free = free_port(HERE, u16::MAX).unwrap();
        assert_ne!(free, u16::MAX);
    }

    #[test]
    fn an_address_of_another_machine_is_told_as_such() {
        let failure = check(IpAddr::from([192, 0, 2, 1]), 8080).unwrap_err();
        assert!(failure.happened().contains("192.0.2.1 is not an address"), "{failure}");
    }

    #[test]
    fn a_reserved_port_is_no_taken_one() {
        let place = SocketAddr::new(HERE, 80);
        let failure = failure(place, ErrorKind::PermissionDenied, Some(1024));
        assert_eq!(failure.happened(), "this user may not serve on port 80");
    }
}
