import {
  CLONE_NEWCGROUP,
  CLONE_NEWIPC,
  CLONE_NEWNET,
  CLONE_NEWNS,
  CLONE_NEWPID,
  CLONE_NEWUSER,
  CLONE_NEWUTS,
} from '@seccompile/constants/clone'
import type { Constant } from '@seccompile/constants'

/** The flags of clone that make a namespace. @see kernel/fork.c: copy_process() */
export const CLONE_NAMESPACES: readonly [Constant<'clone'>, ...Constant<'clone'>[]] = [
  CLONE_NEWNS,
  CLONE_NEWCGROUP,
  CLONE_NEWUTS,
  CLONE_NEWIPC,
  CLONE_NEWUSER,
  CLONE_NEWPID,
  CLONE_NEWNET,
]
