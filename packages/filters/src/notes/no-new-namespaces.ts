// Written by tools/gen-filters from the preset no-new-namespaces of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import type { FilterNote } from '../filter/note.ts'

/** The note of the preset no-new-namespaces. */
export const note: FilterNote = {
  summary: 'no new namespaces and no other ones; unshare and clone without namespaces run',
  against:
    'A program without privileges that makes a user namespace, has all capabilities there, and attacks with them parts of the kernel that only root reaches otherwise: netfilter, mounts, traffic control.',
  leavesOpen: [
    'With CAP_SYS_ADMIN, a mount namespace that nothing enters: open_tree with OPEN_TREE_NAMESPACE from Linux 7.0 on, and fsmount with FSMOUNT_NAMESPACE from 7.1 on, make one and return a descriptor, and setns is refused.',
    'The namespaces that the program was started in, and what its capabilities allow there: mount, pivot_root, chroot.',
    'A process outside that makes a namespace on behalf of the program, such as a container engine behind a unix socket.',
  ],
  breaks: [
    'Sandboxes inside the sandbox: bubblewrap, Flatpak, the sandbox of Chromium and Firefox, rootless containers.',
    'Programs that call clone3 themselves and do not fall back on ENOSYS. glibc and musl use clone then.',
    'Programs of an ABI that the filter is not for end with SIGSYS at their first call, such as 32-bit programs under a filter for x86_64 alone. Commands take further ABIs by --abi.',
    'Calls that are newer than the tables (Linux 7.2) fail with ENOSYS, as they do on an older kernel.',
  ],
  needs: 'No kernel in particular; user namespaces without privileges are there from Linux 3.8 on.',
  sources: [
    'namespaces(7), user_namespaces(7), clone(2), unshare(2), setns(2)',
    'kernel/fork.c: kernel_clone(), ksys_unshare(); kernel/nsproxy.c',
    'https://github.com/moby/moby/issues/42680 for clone3 and ENOSYS',
  ],
}
