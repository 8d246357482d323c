/* Unit files that filter system calls: from Debian packages, which are downloaded, or from a folder. */
import { spawnSync } from 'node:child_process'
import { lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'

/** A unit file. */
export interface UnitFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Packages of Debian 13 that have units with SystemCallFilter=. */
// prettier-ignore
const PACKAGES: readonly string[] = [
  'accountsservice', 'bolt', 'chrony', 'cockpit-ws', 'dnsdist', 'drkonqi', 'earlyoom', 'fancontrol',
  'fort-validator', 'fprintd', 'fwupd', 'haveged', 'hitch', 'irqbalance', 'jitterentropy-rngd', 'lm-sensors',
  'memlockd', 'mini-httpd', 'mumble-server', 'network-manager', 'nsd', 'pagekite', 'pcscd', 'pdns-ixfrdist',
  'pdns-recursor', 'pdns-server', 'plocate', 'polkitd', 'postfix', 'postfix-mta-sts-resolver',
  'power-profiles-daemon', 'rbldnsd', 'redis-server', 'restic-rest-server', 'rpki-client', 'rsyslog',
  'stayrtr', 'systemd', 'systemd-container', 'systemd-coredump', 'systemd-homed', 'systemd-oomd',
  'systemd-resolved', 'systemd-timesyncd', 'systemd-userdbd', 'transmission-daemon', 'udev', 'upower',
  'usbguard', 'uuid-runtime', 'valkey-server',
]

/** The units below `folder` with lines that filter calls, by their paths. */
export function unitsBelow(folder: string): readonly UnitFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.service'))
    .map((path) => join(folder, path))
    .filter((path) => lstatSync(path).isFile()) // a link would be a unit a second time
    .map((path) => ({ name: relative(folder, path), bytes: new Uint8Array(readFileSync(path)) }))
    .filter(({ bytes }) => /^\s*SystemCall/m.test(new TextDecoder().decode(bytes)))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

/** The units of the packages, or the reason why they cannot be downloaded. */
export function downloadedUnits(): readonly UnitFile[] | string {
  const folder = mkdtempSync(join(tmpdir(), 'seccompile-packages-'))
  try {
    // Each package is downloaded by itself: the archive may lack one, and the others must still come.
    for (const name of PACKAGES) spawnSync('apt-get', ['download', name], { cwd: folder, stdio: 'ignore' })
    const files = readdirSync(folder).filter((name) => name.endsWith('.deb'))
    if (files.length === 0) return 'apt-get could not download a package'
    for (const file of files)
      spawnSync('dpkg-deb', ['-x', file, `of-${file}`], { cwd: folder, stdio: 'ignore' })
    return unitsBelow(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
