//! Owns the question whether the quiz that is being built can be opened already.
//! Never starts or stops anything.

use std::io::{Read, Write};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpStream};
use std::path::Path;
use std::time::{Duration, SystemTime};

/// How long an answer may take; the server is on this machine.
const PATIENCE: Duration = Duration::from_secs(2);

/// How far the first build is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Nothing listens yet: trunk listens only when its first build has ended.
    Building,
    /// trunk listens, and what it has to show is older than this start: the build failed.
    Failed,
    /// The quiz is there.
    Ready,
}

/// Asks the server, and looks at the page that it would show. `since` is when trunk was started.
pub fn progress(address: SocketAddr, page: &Path, since: SystemTime) -> Progress {
    let Some(answer) = first_line(address) else {
        return Progress::Building;
    };
    let built = page.metadata().and_then(|metadata| metadata.modified());
    judge(&answer, built.is_ok_and(|built| built >= since))
}

/// The address at which the server can be asked from this machine.
pub fn reachable(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(address) if address.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(address) if address.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        IpAddr::V4(_) | IpAddr::V6(_) => address,
    }
}

fn judge(answer: &str, fresh: bool) -> Progress {
    let served = answer.split(' ').nth(1) == Some("200");
    if served && fresh { Progress::Ready } else { Progress::Failed }
}

/// The first line of the answer to a request for the front page, or nothing when nobody answers.
fn first_line(address: SocketAddr) -> Option<String> {
    let mut stream = TcpStream::connect_timeout(&address, PATIENCE).ok()?;
    stream.set_read_timeout(Some(PATIENCE)).ok()?;
    let request = format!("GET / HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).ok()?;
    let mut start = Vec::new();
    stream.take(64).read_to_end(&mut start).ok()?;
    let start = String::from_utf8_lossy(&start).into_owned();
    start.lines().next().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::TcpListener;

    fn check(answer: &str, fresh: bool, expected: Progress) {
        assert_eq!(judge(answer, fresh), expected, "{answer}");
    }

    #[test]
    fn a_page_of_this_build_is_ready() {
        check("HTTP/1.1 200 OK", true, Progress::Ready);
    }

    #[test]
    fn a_page_of_an_earlier_build_means_that_this_one_failed() {
        check("HTTP/1.1 200 OK", false, Progress::Failed);
        check("HTTP/1.1 404 Not Found", true, Progress::Failed);
    }

    #[test]
    fn nobody_answering_means_that_it_is_building() {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let address = listener.local_addr().unwrap();
        drop(listener);
        let progress = progress(address, Path::new("."), SystemTime::UNIX_EPOCH);
        assert_eq!(progress, Progress::Building);
    }

    #[test]
    fn a_server_for_all_addresses_is_asked_on_this_machine() {
        assert_eq!(reachable(Ipv4Addr::UNSPECIFIED.into()), Ipv4Addr::LOCALHOST);
        let named = IpAddr::from([192, 0, 2, 1]);
        assert_eq!(reachable(named), named);
    }
}
