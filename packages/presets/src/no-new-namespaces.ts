/*
 * The preset `no-new-namespaces`: a process stays in the namespaces in which it was started.
 *
 * A user namespace gives a process all capabilities inside it. By these, the process reaches code of the kernel that
 * otherwise only root reaches. Namespaces are made by flags of clone, clone3 and unshare; setns enters one.
 *
 * clone makes no time namespace: the value of CLONE_NEWTIME, 0x80, is there a bit of the signal for the parent.
 */
import { CLONE_NEWTIME } from '@seccompile/constants/clone'
import { errno } from '@seccompile/policy'
import type { PolicyBuilder } from '@seccompile/policy'
import { CLONE_NAMESPACES } from './clone-namespaces.ts'
import { BREAKS_WITH_EVERY_LIST, denyList } from './deny-list.ts'
import type { Preset } from './preset.ts'

/** UNSHARE_EMPTY_MNTNS of Linux 7.1: a mount namespace without mounts. @see include/uapi/linux/sched.h */
const UNSHARE_EMPTY_MNTNS = 0x10_0000

/**
 * The preset `no-new-namespaces`: EPERM for every call that makes a namespace or enters one, as for a process without
 * CAP_SYS_ADMIN. The flags of clone3 are in memory, so clone3 fails with ENOSYS, and C libraries use clone.
 */
export const noNewNamespaces: PolicyBuilder = denyList('no-new-namespaces')
  .deny('clone', ({ clone_flags }) => clone_flags.hasAny(...CLONE_NAMESPACES))
  .deny('clone3', errno('ENOSYS'))
  .deny('unshare', ({ unshare_flags }) =>
    unshare_flags.hasAny(...CLONE_NAMESPACES, CLONE_NEWTIME, UNSHARE_EMPTY_MNTNS),
  )
  .deny('setns')

/** The preset `no-new-namespaces`, with its note. */
export const noNewNamespacesPreset: Preset = {
  name: 'no-new-namespaces',
  summary: 'no new namespaces and no other ones; unshare and clone without namespaces run',
  policy: noNewNamespaces,
  note: {
    against:
      'A program without privileges that makes a user namespace, has all capabilities there, and attacks with them parts of ' +
      'the kernel that only root reaches otherwise: netfilter, mounts, traffic control.',
    leavesOpen: [
      'With CAP_SYS_ADMIN, a mount namespace that nothing enters: open_tree with OPEN_TREE_NAMESPACE from Linux 7.0 on, and ' +
        'fsmount with FSMOUNT_NAMESPACE from 7.1 on, make one and return a descriptor, and setns is refused.',
      'The namespaces that the program was started in, and what its capabilities allow there: mount, pivot_root, chroot.',
      'A process outside that makes a namespace on behalf of the program, such as a container engine behind a unix socket.',
    ],
    breaks: [
      'Sandboxes inside the sandbox: bubblewrap, Flatpak, the sandbox of Chromium and Firefox, rootless containers.',
      'Programs that call clone3 themselves and do not fall back on ENOSYS. glibc and musl use clone then.',
      ...BREAKS_WITH_EVERY_LIST,
    ],
    needs: 'No kernel in particular; user namespaces without privileges are there from Linux 3.8 on.',
    sources: [
      'namespaces(7), user_namespaces(7), clone(2), unshare(2), setns(2)',
      'kernel/fork.c: kernel_clone(), ksys_unshare(); kernel/nsproxy.c',
      'https://github.com/moby/moby/issues/42680 for clone3 and ENOSYS',
    ],
  },
  keeps: [],
}
