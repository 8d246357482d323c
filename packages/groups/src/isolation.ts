/* The parts of the machine that a process sees, and its rights: namespaces, mounts and sandboxes. */
import type { Group } from './group.ts'

/**
 * Calls that make and join namespaces. `clone` does so by flags; those of clone3 are in memory, where no filter reads
 * them.
 * @see namespaces(7)
 */
export const namespaces: Group<'namespaces'> = {
  name: 'namespaces',
  summary: 'making, joining and listing namespaces; clone also makes processes and threads',
  calls: ['clone', 'clone3', 'unshare', 'setns', 'listns'],
}

/** Calls that change the tree of mounts and the root of a process, and that list mounts. */
// prettier-ignore
export const mounts: Group<'mounts'> = {
  name: 'mounts',
  summary: 'mounting and unmounting, the old way and by descriptors, and changing the root',
  calls: [
    'mount', 'umount', 'umount2', 'pivot_root', 'chroot', 'move_mount', 'mount_setattr', 'open_tree',
    'open_tree_attr', 'fsopen', 'fsconfig', 'fsmount', 'fspick', 'statmount', 'listmount',
  ],
}

/**
 * Calls by which a process gives up rights. `prctl` sets no_new_privs.
 * @see seccomp(2), landlock(7)
 */
// prettier-ignore
export const sandboxing: Group<'sandboxing'> = {
  name: 'sandboxing',
  summary: 'giving up rights: seccomp, Landlock and other security modules',
  calls: [
    'prctl', 'seccomp', 'landlock_create_ruleset', 'landlock_add_rule', 'landlock_restrict_self',
    'lsm_get_self_attr', 'lsm_set_self_attr', 'lsm_list_modules',
  ],
}
