/*
 * Asks the running kernel for the verdict of a seccomp filter on a call, without executing the call.
 *
 * The caller (src/oracle/oracle.ts) has rewritten the filter so that each of its returns is an ERRNO with a
 * number of its own. A child attaches the filter and makes the calls. None of them is executed, since every
 * verdict is ERRNO. The error that a call yields says which return the filter reached. The child writes it to
 * memory that it shares with this process, since the filter refuses every call by which it could send it.
 *
 * For the same reason the child cannot wait by a call. So it is traced, and waits at a breakpoint, which is no
 * call, stops the child and wakes this process. Where tracing is not permitted, the child spins until a signal
 * stops it, and this process looks now and then whether it is done.
 *
 * Usage: oracle [untraced], with a file as descriptor 3. Requests come on descriptor 0, three words (u32) each:
 * an opcode, and two operands. Each is answered on descriptor 1 by two words: 0 or an errno, and a value.
 * Programs, calls and answers are in the file, whose layout both sides know. The oracle ends at the end of
 * descriptor 0.
 *
 *   LOAD  slot n   a child for the n instructions at PROGRAM, in place of the one that the slot had
 *   ASK   slot n   the calls 0 to n-1 at ARGS, NRS and ABIS, by the child of the slot; answers go to CODES
 *   CHECK n -      whether the kernel would take the n instructions at PROGRAM; the value is 1 where it would
 *   WHERE abi -    the low word of the instruction pointer that a filter sees; HIGH is the other one
 *   HIGH  abi -
 *   ABLE  nr -     nr 0: whether i386 calls can be made; else whether native call nr runs whatever a filter says
 *
 * Facts from kernel/seccomp.c and seccomp(2).
 */
#define _GNU_SOURCE
#include <errno.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#ifndef __x86_64__
#error "the oracle makes system calls of x86_64 and i386"
#endif

enum { LOAD = 1, ASK, CHECK, WHERE, HIGH, ABLE };
enum { SLOTS = 4, MAX_CALLS = 65536, MAX_INSNS = 4096 };
enum { NATIVE = 0, I386 = 1 };
enum { NO_ANSWER = 0xffff };

/* The file: src/oracle/oracle-helper.ts has the same offsets. */
struct shared {
	uint64_t args[MAX_CALLS][6];
	uint32_t nrs[MAX_CALLS];
	uint16_t codes[MAX_CALLS];
	uint8_t abis[MAX_CALLS];
	struct sock_filter program[MAX_INSNS + 1];
	/* Of this side alone. */
	atomic_uint state[SLOTS];
	uint32_t count[SLOTS];
	volatile uint32_t trial;
};

/* States of a child. From STARTS or GO it goes to DONE, or to FAILED with the errno of attaching. */
enum { STARTS = 0, GO = 1, DONE = 2, FAILED = 0x10000 };

/* The outcome of a call that was made to see whether the filter is asked. */
enum { UNTRIED, TRIED, ANSWERED, RAN };

static struct shared *shared;
static pid_t children[SLOTS];
/* Whether this process traces its children. */
static int traced;

/*
 * One call, with all registers set by hand. The filter sees the label behind the instruction as the instruction
 * pointer. `int $0x80` clears no register in use here, but takes the sixth argument in ebp.
 */
long make_native(const uint64_t args[6], uint32_t nr);
long make_i386(const uint64_t args[6], uint32_t nr);
extern const char native_pointer[], i386_pointer[];

__asm__(".text\n"
	".globl make_native\n"
	".type make_native, @function\n"
	"make_native:\n"
	"	mov %esi, %eax\n"
	"	mov 8(%rdi), %rsi\n"
	"	mov 16(%rdi), %rdx\n"
	"	mov 24(%rdi), %r10\n"
	"	mov 32(%rdi), %r8\n"
	"	mov 40(%rdi), %r9\n"
	"	mov 0(%rdi), %rdi\n"
	"	syscall\n"
	".globl native_pointer\n"
	"native_pointer:\n"
	"	ret\n"
	".size make_native, .-make_native\n"
	".globl make_i386\n"
	".type make_i386, @function\n"
	"make_i386:\n"
	"	push %rbx\n"
	"	push %rbp\n"
	"	mov %esi, %eax\n"
	"	mov 0(%rdi), %rbx\n"
	"	mov 8(%rdi), %rcx\n"
	"	mov 16(%rdi), %rdx\n"
	"	mov 24(%rdi), %rsi\n"
	"	mov 40(%rdi), %rbp\n"
	"	mov 32(%rdi), %rdi\n"
	"	int $0x80\n"
	".globl i386_pointer\n"
	"i386_pointer:\n"
	"	cltq\n"
	"	pop %rbp\n"
	"	pop %rbx\n"
	"	ret\n"
	".size make_i386, .-make_i386\n");

/*
 * Attaches the program; before, asks the kernel with one without instructions, which it answers with EINVAL. A filter already
 * attached to this process may answer in its place: it sees the address, and not what is there. Where it says success, nothing is
 * attached, and calls would be executed. Then the errno is EPROTO, which seccomp(2) has not.
 */
static int attach(uint32_t count, unsigned flags)
{
	static const struct sock_fprog none;
	if (syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, flags, &none) != -1) {
		errno = EPROTO;
		return -1;
	}
	if (errno != EINVAL)
		return -1;
	struct sock_fprog fprog = { .len = (unsigned short)count, .filter = shared->program };
	return (int)syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, flags, &fprog);
}

/* The first step of every child: from then on it ends with its parent. Without that it would spin for ever. */
static void begin_child(pid_t parent)
{
	if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || getppid() != parent)
		_exit(1);
}

static void nap(long nanoseconds)
{
	struct timespec time = { .tv_sec = nanoseconds / 1000000000, .tv_nsec = nanoseconds % 1000000000 };
	nanosleep(&time, NULL);
}

static void end_child(pid_t child)
{
	int status = 0;
	kill(child, SIGKILL);
	for (;;) {
		pid_t got = waitpid(child, &status, 0);
		if (got < 0 && errno == EINTR)
			continue;
		if (got != child || WIFEXITED(status) || WIFSIGNALED(status))
			return;
	}
}

/* Waits until a child that is traced stops in another state than `from`; 0, or ECHILD where it has ended. */
static int await_trap(pid_t child, atomic_uint *state, unsigned from)
{
	for (;;) {
		int status = 0;
		pid_t got = waitpid(child, &status, 0);
		if (got < 0 && errno == EINTR)
			continue;
		if (got != child || !WIFSTOPPED(status))
			return ECHILD;
		if (atomic_load_explicit(state, memory_order_acquire) != from)
			return 0;
		/*
		 * A signal from outside, perhaps for all processes in the foreground: the child has to get it.
		 */
		if (ptrace(PTRACE_CONT, child, NULL, (void *)(long)WSTOPSIG(status)) != 0)
			return ECHILD;
	}
}

/*
 * Waits until `child` leaves the state `from`; 0, or ECHILD where it has ended. After the first nap, each nap
 * is an eighth of the time waited so far. So little time is lost at the end, and little is spent on looking.
 */
static int await_state(pid_t child, atomic_uint *state, unsigned from, long first_nap)
{
	long waited = 0;
	for (long pause = first_nap;; pause = waited / 8 > 20000 ? waited / 8 : 20000) {
		if (atomic_load_explicit(state, memory_order_acquire) != from)
			return 0;
		if (waitpid(child, NULL, WNOHANG) == child)
			return ECHILD;
		nap(pause);
		waited += pause;
	}
}

static int await_child(pid_t child, atomic_uint *state, unsigned from, long first_nap)
{
	return traced ? await_trap(child, state, from) : await_state(child, state, from, first_nap);
}

/* The child: attaches the program, and answers until a signal ends it. */
__attribute__((noreturn)) static void answer_for_ever(unsigned slot, uint32_t count)
{
	atomic_uint *state = &shared->state[slot];
	if (attach(count, 0) != 0) {
		atomic_store_explicit(state, FAILED | (unsigned)errno, memory_order_release);
		_exit(1);
	}
	for (;;) {
		atomic_store_explicit(state, DONE, memory_order_release);
		if (traced)
			__asm__ volatile("int3" ::: "memory");
		while (atomic_load_explicit(state, memory_order_acquire) != GO)
			__builtin_ia32_pause();
		uint32_t calls = shared->count[slot];
		for (uint32_t i = 0; i < calls; i++) {
			long result = shared->abis[i] == I386 ? make_i386(shared->args[i], shared->nrs[i])
							      : make_native(shared->args[i], shared->nrs[i]);
			shared->codes[i] = result <= 0 && result >= -4095 ? (uint16_t)-result : NO_ANSWER;
		}
	}
}

static int load(unsigned slot, uint32_t count)
{
	if (children[slot] != 0)
		end_child(children[slot]);
	children[slot] = 0;
	atomic_store(&shared->state[slot], STARTS);
	pid_t parent = getpid();
	pid_t child = fork();
	if (child < 0)
		return errno;
	if (child == 0) {
		begin_child(parent);
		if (traced && ptrace(PTRACE_TRACEME, 0, NULL, NULL) != 0)
			_exit(1);
		answer_for_ever(slot, count);
	}
	int error = await_child(child, &shared->state[slot], STARTS, 100000);
	unsigned state = atomic_load(&shared->state[slot]);
	/* A child that failed may have been waited for already. Then this finds none. */
	if (error == 0 && state != DONE)
		end_child(child);
	if (state != DONE)
		return (state & FAILED) != 0 ? (int)(state & ~(unsigned)FAILED) : ECHILD;
	if (!traced)
		kill(child, SIGSTOP);
	children[slot] = child;
	return 0;
}

static int ask(unsigned slot, uint32_t calls)
{
	pid_t child = children[slot];
	if (child == 0)
		return ESRCH;
	shared->count[slot] = calls;
	atomic_store_explicit(&shared->state[slot], GO, memory_order_release);
	if (traced)
		ptrace(PTRACE_CONT, child, NULL, NULL);
	else
		kill(child, SIGCONT);
	/* Few calls are answered in a moment; many take about 250 ns each. */
	if (await_child(child, &shared->state[slot], GO, 20000 + (long)calls * 200) != 0) {
		children[slot] = 0;
		return ECHILD;
	}
	if (!traced)
		kill(child, SIGSTOP);
	return 0;
}

/*
 * Whether the kernel takes a program, without attaching it. The request asks for a listener while no descriptor
 * is free. The kernel refuses the listener only after it has accepted the program (seccomp_set_mode_filter).
 */
static int check(uint32_t count, uint32_t *taken)
{
	struct rlimit limit, none = { 0, 0 };
	if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
		return errno;
	none.rlim_max = limit.rlim_max;
	if (setrlimit(RLIMIT_NOFILE, &none) != 0)
		return errno;
	int result = attach(count, SECCOMP_FILTER_FLAG_NEW_LISTENER);
	int error = errno;
	if (setrlimit(RLIMIT_NOFILE, &limit) != 0)
		return errno;
	if (result >= 0)
		return ENOTRECOVERABLE; /* it is attached: this kernel does it in another order */
	*taken = error == EMFILE;
	return error == EMFILE || error == EINVAL ? 0 : error;
}

/*
 * Whether i386 calls can be made (nr 0), or whether the native call `nr` runs although a filter answers every
 * call with ENOTTY. A child tries it, and may die of it. That may leave lines in the log, once.
 */
static int able(uint32_t nr, uint32_t *yes)
{
	static const uint64_t zeros[6];
	shared->program[0] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | ENOTTY);
	shared->trial = UNTRIED;
	pid_t parent = getpid();
	pid_t child = fork();
	if (child < 0)
		return errno;
	if (child == 0) {
		begin_child(parent);
		if (attach(1, 0) != 0)
			_exit(1);
		shared->trial = TRIED;
		long result = nr == 0 ? make_i386(zeros, 20) : make_native(zeros, nr);
		shared->trial = result == -ENOTTY ? ANSWERED : RAN;
		for (;;)
			__builtin_ia32_pause();
	}
	while (shared->trial < ANSWERED && waitpid(child, NULL, WNOHANG) != child)
		nap(20000);
	uint32_t outcome = shared->trial;
	if (outcome >= ANSWERED)
		end_child(child);
	if (outcome == UNTRIED)
		return EACCES;
	*yes = nr == 0 ? outcome == ANSWERED : outcome != ANSWERED;
	return 0;
}

static uint64_t pointer_of(uint32_t abi)
{
	return (uint64_t)(uintptr_t)(abi == I386 ? i386_pointer : native_pointer);
}

static int serve(const uint32_t request[3], uint32_t *value)
{
	uint32_t first = request[1], second = request[2];
	switch (request[0]) {
	case LOAD:
		return first < SLOTS && second <= MAX_INSNS ? load(first, second) : EINVAL;
	case ASK:
		return first < SLOTS && second <= MAX_CALLS ? ask(first, second) : EINVAL;
	case CHECK:
		return first <= MAX_INSNS + 1 ? check(first, value) : EINVAL;
	case WHERE:
		*value = (uint32_t)pointer_of(first);
		return 0;
	case HIGH:
		*value = (uint32_t)(pointer_of(first) >> 32);
		return 0;
	case ABLE:
		return able(first, value);
	default:
		return EINVAL;
	}
}

static int read_request(uint32_t request[3])
{
	size_t done = 0;
	while (done < 3 * sizeof(uint32_t)) {
		ssize_t count = read(0, (char *)request + done, 3 * sizeof(uint32_t) - done);
		if (count < 0 && errno == EINTR)
			continue;
		if (count <= 0)
			return 0;
		done += (size_t)count;
	}
	return 1;
}

/* Whether a child may be traced: a security module or a filter may forbid it. */
static int can_trace(void)
{
	int status = 0;
	pid_t child = fork();
	if (child == 0)
		_exit(ptrace(PTRACE_TRACEME, 0, NULL, NULL) == 0 ? 0 : 1);
	return child > 0 && waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

int main(int argc, char **argv)
{
	(void)argv; /* one of any kind says: untraced */
	const struct rlimit no_core = { 0, 0 };
	uint32_t request[3];
	struct stat facts;
	/* Nothing in this process is worth a core file, and a child that dies is expected. */
	setrlimit(RLIMIT_CORE, &no_core);
	/* The file has its full size already, so that no page is missing when it is written to. */
	if (fstat(3, &facts) != 0 || facts.st_size < (off_t)sizeof(struct shared))
		return 2;
	shared = mmap(NULL, sizeof(struct shared), PROT_READ | PROT_WRITE, MAP_SHARED, 3, 0);
	if (shared == MAP_FAILED || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
		return 3;
	traced = argc == 1 && can_trace();
	while (read_request(request)) {
		uint32_t answer[2] = { 0, 0 };
		answer[0] = (uint32_t)serve(request, &answer[1]);
		if (write(1, answer, sizeof(answer)) != (ssize_t)sizeof(answer))
			break;
	}
	for (unsigned slot = 0; slot < SLOTS; slot++)
		if (children[slot] != 0)
			end_child(children[slot]);
	return 0;
}
