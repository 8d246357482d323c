/*
 * The kernel's clock for filters. It reads a plan of what to measure from standard input, and writes a line for
 * each measurement.
 *
 * A filter cannot be detached and may forbid any call. So each measurement has a process of its own. After the
 * attach, this process makes no system calls but those that are measured. It reads the time stamp counter,
 * writes its results to a page that it shares with its parent, sets a flag and spins. The parent sleeps, looks
 * at the flag now and then, and kills it.
 *
 * Input, u32 words of this machine's byte order:
 *
 *   MAGIC version cpu batches batch_calls warmup_calls work_kind work sliced filters workloads runs
 *   filter:   how many programs; of each, in the order of attaching: its instructions, then 8 bytes of each
 *   workload: ABI (0 native, 1 i386), how many calls; of each: nr, 6 arguments as low and high word
 *   run:      the filter to measure
 *
 * `work` is what a program does between two calls: `work_kind` 0 is nothing, 1 that many jumps by random bits, 2 that many words of a
 * text, which are counted, and 3 the same, where each number is called by a function of its own. The time of it is part of the
 * results, for every filter alike.
 * `sliced` is 1 where a batch is `batch_calls` calls of a longer workload, from where the last batch ended.
 *
 * Output, a line each:
 *
 *   cpu N                             the processor that all is measured on
 *   clock HZ                          ticks a second
 *   run FILTER TICKS                  ticks that the attach took, all programs of the filter together
 *   calls WORKLOAD COUNT TICKS...     calls in a batch, then the ticks of each batch; follows its run
 *   refused FILTER ERRNO PROGRAM      the kernel did not take a program, the first being 0
 *   unattached FILTER PROGRAM SIGNAL  the process was killed before this program of the filter, the first being 0, was on
 *   died FILTER WORKLOAD SIGNAL       a call, or the filter, has killed the process
 *   end                               all runs are done
 *
 * Exit status 2 is a mistake in the input, 1 anything else; standard error says what.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#if !defined(__x86_64__)
#error "the time stamp counter and the system calls are written for x86_64"
#endif

#define MAGIC 0x48434e42u /* "BNCH" */
#define VERSION 3u
#define ANY_CPU 0xffffffffu

#define MAX_FILTERS 1024u
#define MAX_STACK 64u
#define MAX_WORKLOADS 4096u
#define MAX_CALLS (1u << 20)
#define MAX_BATCHES 4096u
#define MAX_BATCH_CALLS (1u << 20)
#define MAX_RUNS (1u << 20)
#define MAX_WORK (1u << 16)
/* A run that takes longer is stuck: even 4096 instructions for each of its calls take far less. */
#define PATIENCE_S 60

struct filter {
  uint32_t count;
  struct sock_fprog *programs;
};

struct call {
  uint32_t nr;
  uint64_t args[6];
};

struct workload {
  uint32_t abi;
  uint32_t count;
  struct call *calls;
};

enum state { WORKING, DONE, REFUSED };

/* The results of a child, for its parent. */
struct shared {
  volatile uint32_t state;
  volatile uint32_t error;
  volatile uint32_t attached; /* how many programs */
  volatile uint32_t measures; /* all are attached */
  volatile uint32_t workload; /* at which it is */
  volatile uint64_t attach_ticks;
  volatile uint64_t ticks[]; /* of each batch, workload after workload */
};

static void fail(int status, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  vfprintf(stderr, format, arguments);
  va_end(arguments);
  fputc('\n', stderr);
  exit(status);
}

static void *allocate(size_t count, size_t size) {
  void *memory = calloc(count ? count : 1, size);
  if (memory == NULL) fail(1, "out of memory");
  return memory;
}

static uint32_t read_word(void) {
  uint32_t word;
  if (fread(&word, sizeof word, 1, stdin) != 1) fail(2, "the input ends early");
  return word;
}

static uint32_t read_count(const char *what, uint32_t least, uint32_t most) {
  uint32_t count = read_word();
  if (count < least || count > most) fail(2, "%s: expected %u to %u, got %u", what, least, most, count);
  return count;
}

static struct filter read_filter(void) {
  struct filter filter = {.count = read_count("programs of a filter", 0, MAX_STACK)};
  filter.programs = allocate(filter.count, sizeof *filter.programs);
  for (uint32_t i = 0; i < filter.count; i++) {
    uint32_t insns = read_count("instructions", 1, BPF_MAXINSNS);
    struct sock_filter *code = allocate(insns, sizeof *code);
    if (fread(code, sizeof *code, insns, stdin) != insns) fail(2, "the input ends early");
    filter.programs[i] = (struct sock_fprog){.len = (unsigned short)insns, .filter = code};
  }
  return filter;
}

static struct workload read_workload(void) {
  struct workload workload = {.abi = read_count("ABI", 0, 1)};
  workload.count = read_count("calls of a workload", 1, MAX_CALLS);
  workload.calls = allocate(workload.count, sizeof *workload.calls);
  for (uint32_t i = 0; i < workload.count; i++) {
    struct call *call = &workload.calls[i];
    call->nr = read_word();
    for (int a = 0; a < 6; a++) {
      uint64_t low = read_word();
      call->args[a] = low | (uint64_t)read_word() << 32;
    }
  }
  return workload;
}

/*
 * The measured code neither starts before the first reading of the clock, nor goes on after the second: rdtscp
 * waits for earlier instructions, and the fence holds later ones back.
 */
static inline uint64_t ticks_now(void) {
  uint32_t low, high, processor;
  __asm__ volatile("rdtscp\n\tlfence" : "=a"(low), "=d"(high), "=c"(processor) : : "memory");
  return (uint64_t)high << 32 | low;
}

static inline void call_native(const struct call *call) {
  register uint64_t r10 __asm__("r10") = call->args[3];
  register uint64_t r8 __asm__("r8") = call->args[4];
  register uint64_t r9 __asm__("r9") = call->args[5];
  uint64_t result = call->nr;
  __asm__ volatile("syscall"
                   : "+a"(result)
                   : "D"(call->args[0]), "S"(call->args[1]), "d"(call->args[2]), "r"(r10), "r"(r8), "r"(r9)
                   : "rcx", "r11", "memory");
}

/*
 * A call of i386 from 64-bit code. The sixth argument goes in the frame pointer. It is exchanged and not
 * pushed: below the stack pointer there may be variables of a function that calls no other.
 */
static inline void call_i386(const struct call *call) {
  uint64_t result = call->nr, sixth = call->args[5];
  __asm__ volatile("xchgq %%rbp, %[sixth]\n\tint $0x80\n\txchgq %%rbp, %[sixth]"
                   : "+a"(result), [sixth] "+r"(sixth)
                   : "b"(call->args[0]), "c"(call->args[1]), "d"(call->args[2]), "S"(call->args[3]), "D"(call->args[4])
                   : "r8", "r9", "r10", "r11", "memory");
}

enum work_kind { NO_WORK, JUMPS, WORDS, PROGRAM };

/*
 * The work JUMPS between two calls: `branches` conditional jumps at 16 places, one in 32 of them taken, by random bits that
 * never repeat. A branch predictor tells branches apart by the branches before them. After this work it knows little of the
 * calls before, as after the work of a program. Bits that repeat would not do: the predictor learns a row of thousands of them, and
 * a filter with many branches then costs what the predictor forgets of the row.
 *
 * Every process begins with the same bits, so all filters have the same work.
 */
#define WORK_STEP 16u
static volatile uint32_t work_result;

/* xorshift64 */
static inline uint64_t random_bits(uint64_t *state) {
  *state ^= *state << 13;
  *state ^= *state >> 7;
  *state ^= *state << 17;
  return *state;
}

/* The empty statement keeps the compiler from making a conditional move of the branch. */
#define WORK_BRANCH(n)                \
  if (bits & 1u << n) {               \
    __asm__ volatile("" : "+r"(sum)); \
    sum += n + 1;                     \
  }

static inline void jump(uint64_t *state, uint32_t branches) {
  uint32_t sum = 0;
  uint64_t bits = 0;
  for (uint32_t done = 0; done < branches; done += WORK_STEP) {
    bits >>= WORK_STEP;
    if (done % 64 == 0) {
      bits = random_bits(state);
      for (int i = 0; i < 4; i++) bits &= random_bits(state);
    }
    WORK_BRANCH(0) WORK_BRANCH(1) WORK_BRANCH(2) WORK_BRANCH(3)
    WORK_BRANCH(4) WORK_BRANCH(5) WORK_BRANCH(6) WORK_BRANCH(7)
    WORK_BRANCH(8) WORK_BRANCH(9) WORK_BRANCH(10) WORK_BRANCH(11)
    WORK_BRANCH(12) WORK_BRANCH(13) WORK_BRANCH(14) WORK_BRANCH(15)
  }
  work_result = sum;
}

/*
 * The work WORDS between two calls: a program reads the next words of a text and counts each in a hash table. It takes about 32
 * conditional jumps a word, which the text decides: whether a byte ends the word, whether an entry of the bucket is the last one, has the length
 * of the word, and has the next byte of it.
 *
 * A language has few frequent words and many rare ones. The text is made of 1000 words of 1 to 11 random letters, drawn independently,
 * the n-th of them with a probability in proportion to 1/n. It repeats after 20,000 words. They take far more jumps than a predictor
 * remembers, and fit into the second cache: a longer text only adds noise. A text of 2000 bytes is too short. The predictor learns it,
 * and a filter then costs what the predictor forgets of the text. Every process begins at the same word with the same table, so all
 * filters have the same work.
 */
#define VOCABULARY 1000u
#define WORD_BYTES 11u
#define TEXT_BYTES (1u << 17)
#define COUNTED_BEFORE 20000u
#define BUCKETS 256u

struct entry {
  struct entry *next;
  uint32_t count;
  uint32_t length;
  char bytes[16];
};

static char text[TEXT_BYTES + 1];
static struct entry entries[VOCABULARY];
static struct entry *buckets[BUCKETS];
static uint32_t entry_count;

static int is_letter(char byte) { return byte >= 'a' && byte <= 'z'; }

/* Yields the next word. The compiler makes no conditional move of any of these branches. */
static const char *count_word(const char *at) {
  if (*at == '\0') at = text;
  const char *word = at;
  uint32_t hash = 0;
  while (is_letter(*at)) hash = hash * 31 + (uint32_t)*at++;
  uint32_t length = (uint32_t)(at - word);
  struct entry **bucket = &buckets[hash % BUCKETS], *entry = *bucket;
  for (; entry != NULL; entry = entry->next) {
    if (entry->length != length) continue;
    uint32_t same = 0;
    while (same < length && entry->bytes[same] == word[same]) same++;
    if (same == length) break;
  }
  if (entry == NULL) {
    entry = &entries[entry_count++];
    *entry = (struct entry){.next = *bucket, .length = length};
    memcpy(entry->bytes, word, length);
    *bucket = entry;
  }
  entry->count++;
  return at + 1;
}

static const char *count_words(const char *at, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) at = count_word(at);
  return at;
}

static void write_text(void) {
  static char words[VOCABULARY][WORD_BYTES + 1];
  static double up_to[VOCABULARY]; /* the sum of the weights of a word and those before it */
  uint64_t state = 0x2545f4914f6cdd1du;
  double sum = 0;
  for (uint32_t w = 0; w < VOCABULARY; w++) {
    uint32_t length = 1 + (uint32_t)(random_bits(&state) % 6 + random_bits(&state) % 6);
    for (uint32_t i = 0; i < length; i++) words[w][i] = (char)('a' + random_bits(&state) % 26);
    up_to[w] = sum += 1.0 / (w + 1);
  }
  for (uint32_t at = 0;;) {
    double drawn = (double)(random_bits(&state) >> 11) / 9007199254740992.0 * sum; /* 2^53 */
    uint32_t low = 0, high = VOCABULARY - 1;
    while (low < high) {
      uint32_t middle = (low + high) / 2;
      if (up_to[middle] > drawn)
        high = middle;
      else
        low = middle + 1;
    }
    uint32_t length = (uint32_t)strlen(words[low]);
    if (at + length + 1 > TEXT_BYTES) return;
    memcpy(&text[at], words[low], length);
    at += length;
    text[at++] = ' ';
  }
}

/* Where the work of a process goes on. */
static uint64_t jump_state = 0x2545f4914f6cdd1du;
static const char *text_at = text;

/* Before the first process is made: the text, and a table that has met most of its words. */
static void prepare_words(void) {
  write_text();
  text_at = count_words(text_at, COUNTED_BEFORE);
}

/*
 * The work PROGRAM counts words, and makes calls as programs do. A program has a function for each call, as in libc, and calls it from
 * places of its own. So the branches before a call tell which call it is. Here each number has one place and one function. The
 * functions are as far apart as those of a library.
 */
#define PLACES 512u
#define PLACE_BYTES 16u
__asm__(".text\n"
        ".balign 64\n"
        "call_places:\n"
        ".set number, 0\n"
        ".rept 512\n"
        "call call_functions + 64 * number\n"
        "ret\n"
        ".balign 16\n"
        ".set number, number + 1\n"
        ".endr\n"
        ".balign 64\n"
        "call_functions:\n"
        ".set number, 0\n"
        ".rept 512\n"
        "mov $number, %eax\n"
        "syscall\n"
        "ret\n"
        ".balign 64\n"
        ".set number, number + 1\n"
        ".endr\n");
extern const char call_places[];

/* The stack is kept clear of what a function may have below its stack pointer. */
static inline void call_by_function(const struct call *call) {
  register uint64_t r10 __asm__("r10") = call->args[3];
  register uint64_t r8 __asm__("r8") = call->args[4];
  register uint64_t r9 __asm__("r9") = call->args[5];
  uint64_t result = (uint64_t)(call_places + call->nr * PLACE_BYTES);
  __asm__ volatile("lea -128(%%rsp), %%rsp\n\tcall *%%rax\n\tlea 128(%%rsp), %%rsp"
                   : "+a"(result)
                   : "D"(call->args[0]), "S"(call->args[1]), "d"(call->args[2]), "r"(r10), "r"(r8), "r"(r9)
                   : "rcx", "r11", "memory");
}

static void check_places(const struct workload *workloads, uint32_t count) {
  for (uint32_t w = 0; w < count; w++)
    for (uint32_t i = 0; i < workloads[w].count; i++)
      if (workloads[w].abi != 0 || workloads[w].calls[i].nr >= PLACES)
        fail(2, "workload %u: only native calls below %u have functions", w, PLACES);
}

static inline void make(const struct workload *workload, const struct call *call) {
  if (workload->abi == 0)
    call_native(call);
  else
    call_i386(call);
}

/*
 * As batch() below, with work of a `kind` before each call. The work goes on where that of the last batch ended. Inlined for
 * each kind, so that no loop asks for it.
 */
__attribute__((always_inline)) static inline uint64_t batch_with_work(const struct workload *workload, uint32_t *at,
                                                                      uint32_t calls, enum work_kind kind,
                                                                      uint32_t amount) {
  uint64_t row = jump_state;
  const char *next = text_at;
  const struct call *first = workload->calls;
  uint32_t count = workload->count, i = *at;
  uint64_t began = ticks_now();
  for (uint32_t done = 0; done < calls; done++) {
    if (kind == JUMPS)
      jump(&row, amount);
    else
      next = count_words(next, amount);
    if (kind == PROGRAM)
      call_by_function(&first[i]);
    else
      make(workload, &first[i]);
    if (++i == count) i = 0;
  }
  uint64_t ended = ticks_now();
  jump_state = row;
  text_at = next;
  *at = i;
  return ended - began;
}

/*
 * Makes `calls` calls of the workload, from where the last batch ended, and around from its end to its start.
 * Yields the ticks.
 *
 * To be compiled with -falign-loops=64, so that each loop lies in one line of the cache. The processor fetches
 * the loop anew after a system call. From two lines, that took 37 ns more for each call, a third, on an AMD
 * EPYC of 2026. Then an edit anywhere above moved all figures.
 */
static uint64_t batch(const struct workload *workload, uint32_t *at, uint32_t calls) {
  const struct call *first = workload->calls;
  uint32_t count = workload->count, i = *at;
  uint64_t began = ticks_now();
  if (workload->abi == 0)
    for (uint32_t done = 0; done < calls; done++) {
      call_native(&first[i]);
      if (++i == count) i = 0;
    }
  else
    for (uint32_t done = 0; done < calls; done++) {
      call_i386(&first[i]);
      if (++i == count) i = 0;
    }
  uint64_t ended = ticks_now();
  *at = i;
  return ended - began;
}

struct plan {
  uint32_t cpu, batches, batch_calls, warmup_calls, work_kind, work, sliced, workload_count;
  const struct workload *workloads;
};

/*
 * The calls in a batch. Each batch goes through the workload a whole number of times, so all batches have the
 * same calls, unless the plan wants slices.
 */
static uint32_t calls_of(const struct plan *plan, const struct workload *workload) {
  uint32_t batch_calls = plan->batch_calls;
  if (plan->sliced) return batch_calls;
  return workload->count > batch_calls ? workload->count : batch_calls / workload->count * workload->count;
}

static void pin(uint32_t cpu) {
  cpu_set_t set;
  CPU_ZERO(&set);
  CPU_SET(cpu, &set);
  if (sched_setaffinity(0, sizeof set, &set) != 0) fail(1, "processor %u: %s", cpu, strerror(errno));
}

/* The last processor that this process may use, since the first one serves most interrupts; or `wanted`. */
static uint32_t choose_cpu(uint32_t wanted) {
  cpu_set_t set;
  if (sched_getaffinity(0, sizeof set, &set) != 0) fail(1, "sched_getaffinity: %s", strerror(errno));
  if (wanted != ANY_CPU) {
    if (wanted >= CPU_SETSIZE || !CPU_ISSET(wanted, &set)) fail(2, "this process may not use processor %u", wanted);
    return wanted;
  }
  uint32_t last = 0;
  for (uint32_t cpu = 0; cpu < CPU_SETSIZE; cpu++)
    if (CPU_ISSET(cpu, &set)) last = cpu;
  return last;
}

static double seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC_RAW, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* Ticks a second, against the kernel's clock over a tenth of a second. */
static uint64_t clock_rate(void) {
  double began = seconds();
  uint64_t first = ticks_now();
  double now = began;
  while (now - began < 0.1) now = seconds();
  return (uint64_t)((double)(ticks_now() - first) / (now - began) + 0.5);
}

__attribute__((noreturn)) static void spin(void) {
  for (;;) __builtin_ia32_pause();
}

static uint64_t timed_batch(const struct plan *plan, const struct workload *workload, uint32_t *at, uint32_t calls) {
  switch (plan->work_kind) {
    case JUMPS: return batch_with_work(workload, at, calls, JUMPS, plan->work);
    case WORDS: return batch_with_work(workload, at, calls, WORDS, plan->work);
    case PROGRAM: return batch_with_work(workload, at, calls, PROGRAM, plan->work);
    default: return batch(workload, at, calls);
  }
}

/*
 * Whether seccomp(2) reaches the kernel, which answers EINVAL to a program without instructions. A filter already attached to this
 * process may answer in its place: it sees the address, and not what is there. Where it says success, nothing is attached, and
 * calls would be executed. Then the errno is EPROTO, which seccomp(2) has not.
 */
static int kernel_answers(void) {
  static const struct sock_fprog none;
  if (syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &none) == -1) return errno == EINVAL;
  errno = EPROTO;
  return 0;
}

/* The child: attaches, measures, and waits to be killed. No system call of its own may follow the attach. */
__attribute__((noreturn)) static void measure(const struct plan *plan, const struct filter *filter,
                                              struct shared *shared) {
  uint64_t attach_ticks = 0;
  for (uint32_t i = 0; i < filter->count; i++) {
    int answers = kernel_answers();
    uint64_t began = ticks_now();
    long failed = answers ? syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &filter->programs[i]) : -1;
    attach_ticks += ticks_now() - began;
    if (failed) {
      shared->error = (uint32_t)errno;
      shared->state = REFUSED;
      spin();
    }
    shared->attached = i + 1;
  }
  shared->measures = 1;
  shared->attach_ticks = attach_ticks;
  volatile uint64_t *ticks = shared->ticks;
  for (uint32_t w = 0; w < plan->workload_count; w++) {
    const struct workload *workload = &plan->workloads[w];
    uint32_t at = 0, calls = calls_of(plan, workload);
    shared->workload = w;
    if (plan->warmup_calls > 0) timed_batch(plan, workload, &at, plan->warmup_calls);
    at = 0;
    for (uint32_t b = 0; b < plan->batches; b++) *ticks++ = timed_batch(plan, workload, &at, calls);
  }
  shared->state = DONE;
  spin();
}

static void prepare(const struct plan *plan, pid_t parent) {
  /* A child that is never killed would spin for ever. */
  if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || getppid() != parent) _exit(1);
  /* A filter may kill it, which is no reason to leave a dump of its memory. */
  prctl(PR_SET_DUMPABLE, 0);
  pin(plan->cpu);
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) _exit(1);
}

/*
 * The place of a compiled program in the kernel's memory matters too: the same filter may be two nanoseconds
 * slower at another address. An allocator that gets the same requests in the same order puts each filter at the
 * same place in every round, so more rounds would not show the difference. So some sleeping processes have
 * filters of all lengths attached. Before each run, one of them is replaced by another, which changes the gaps
 * between their filters.
 */
#define BALLAST_PROCESSES 16
#define BALLAST_FILTERS 12
#define BALLAST_INSNS 400

/* xorshift32 */
static uint32_t random_below(uint32_t limit) {
  static uint32_t state = 0x9e3779b9u;
  state ^= state << 13;
  state ^= state >> 17;
  state ^= state << 5;
  return state % limit;
}

__attribute__((noreturn)) static void be_ballast(pid_t parent, const uint32_t lengths[], uint32_t count) {
  static struct sock_filter code[BALLAST_INSNS + 1];
  if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || getppid() != parent) _exit(1);
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) _exit(1);
  for (uint32_t i = 0; i < count; i++) {
    uint32_t loads = lengths[i];
    for (uint32_t pc = 0; pc < loads; pc++) code[pc] = (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, 0);
    code[loads] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
    struct sock_fprog program = {.len = (unsigned short)(loads + 1), .filter = code};
    syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program);
  }
  for (;;) pause();
}

static pid_t ballast[BALLAST_PROCESSES];
static pid_t ballast_owner;

static void end_ballast(pid_t *pid) {
  if (*pid <= 0) return;
  kill(*pid, SIGKILL);
  waitpid(*pid, NULL, 0);
  *pid = 0;
}

/*
 * These processes end with this one in any case. But process 1 of a container may not wait for them, so this
 * one does.
 */
static void end_all_ballast(void) {
  if (getpid() != ballast_owner) return; /* a child that fails */
  for (int i = 0; i < BALLAST_PROCESSES; i++) end_ballast(&ballast[i]);
}

static void replace_ballast(pid_t parent) {
  pid_t *pid = &ballast[random_below(BALLAST_PROCESSES)];
  end_ballast(pid);
  uint32_t lengths[BALLAST_FILTERS], count = 1 + random_below(BALLAST_FILTERS);
  /* Mostly short filters: a long one leaves every short gap as it was. */
  for (uint32_t i = 0; i < count; i++) lengths[i] = random_below(i == 0 ? BALLAST_INSNS : 1 + BALLAST_INSNS / (1u << (i % 8)));
  *pid = fork();
  if (*pid < 0) fail(1, "fork: %s", strerror(errno));
  if (*pid == 0) be_ballast(parent, lengths, count);
}

/* Waits until the child is done. Yields the signal that ended it before, or 0. */
static int await(pid_t child, const struct shared *shared) {
  const struct timespec nap = {.tv_nsec = 100 * 1000};
  double began = seconds();
  int status = 0, ended = 0;
  while (shared->state == WORKING) {
    if (waitpid(child, &status, WNOHANG) == child) {
      ended = 1;
      break;
    }
    if (seconds() - began > PATIENCE_S) {
      kill(child, SIGKILL);
      fail(1, "a run has taken longer than %d s", PATIENCE_S);
    }
    nanosleep(&nap, NULL);
  }
  if (!ended) {
    kill(child, SIGKILL);
    waitpid(child, &status, 0);
    return 0;
  }
  if (!WIFSIGNALED(status)) fail(1, "a process could not be prepared for its run");
  return WTERMSIG(status);
}

static void report(const struct plan *plan, uint32_t filter, const struct shared *shared) {
  const volatile uint64_t *ticks = shared->ticks;
  printf("run %u %llu\n", filter, (unsigned long long)shared->attach_ticks);
  for (uint32_t w = 0; w < plan->workload_count; w++) {
    printf("calls %u %u", w, calls_of(plan, &plan->workloads[w]));
    for (uint32_t b = 0; b < plan->batches; b++) printf(" %llu", (unsigned long long)*ticks++);
    putchar('\n');
  }
}

int main(void) {
  if (read_word() != MAGIC || read_word() != VERSION) fail(2, "the input is not for this program");
  struct plan plan = {.cpu = read_word()};
  plan.batches = read_count("batches", 0, MAX_BATCHES);
  plan.batch_calls = read_count("calls of a batch", 1, MAX_BATCH_CALLS);
  plan.warmup_calls = read_count("calls to warm up", 0, MAX_BATCH_CALLS);
  plan.work_kind = read_count("kind of work", NO_WORK, PROGRAM);
  plan.work = read_count("work", 0, MAX_WORK);
  plan.sliced = read_count("whether batches are slices", 0, 1);
  uint32_t filter_count = read_count("filters", 1, MAX_FILTERS);
  plan.workload_count = read_count("workloads", 0, MAX_WORKLOADS);
  uint32_t run_count = read_count("runs", 0, MAX_RUNS);
  struct filter *filters = allocate(filter_count, sizeof *filters);
  for (uint32_t i = 0; i < filter_count; i++) filters[i] = read_filter();
  struct workload *workloads = allocate(plan.workload_count, sizeof *workloads);
  for (uint32_t i = 0; i < plan.workload_count; i++) workloads[i] = read_workload();
  if (plan.work_kind == PROGRAM) check_places(workloads, plan.workload_count);
  plan.workloads = workloads;
  plan.cpu = choose_cpu(plan.cpu);
  if (plan.work_kind == WORDS || plan.work_kind == PROGRAM) prepare_words();

  size_t bytes = sizeof(struct shared) + (size_t)plan.workload_count * plan.batches * sizeof(uint64_t);
  struct shared *shared = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (shared == MAP_FAILED) fail(1, "out of memory");
  memset(shared, 0, bytes); /* so that no child meets a page fault here */

  printf("cpu %u\nclock %llu\n", plan.cpu, (unsigned long long)clock_rate());
  fflush(stdout);
  pid_t parent = getpid();
  if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0) fail(1, "prctl: %s", strerror(errno));
  ballast_owner = parent;
  atexit(end_all_ballast);
  for (uint32_t i = 0; i < run_count; i++) {
    uint32_t filter = read_count("filter of a run", 0, filter_count - 1);
    shared->state = WORKING;
    shared->workload = 0;
    shared->attached = 0;
    shared->measures = 0;
    replace_ballast(parent);
    pid_t child = fork();
    if (child < 0) fail(1, "fork: %s", strerror(errno));
    if (child == 0) {
      prepare(&plan, parent);
      measure(&plan, &filters[filter], shared);
    }
    int signal = await(child, shared);
    if (signal != 0 && !shared->measures)
      printf("unattached %u %u %d\n", filter, shared->attached, signal);
    else if (signal != 0)
      printf("died %u %u %d\n", filter, shared->workload, signal);
    else if (shared->state == REFUSED)
      printf("refused %u %u %u\n", filter, shared->error, shared->attached);
    else
      report(&plan, filter, shared);
    if (fflush(stdout) != 0) return 1; /* nobody reads it any more */
    if (signal != 0 || shared->state == REFUSED) return 0;
  }
  puts("end");
  return 0;
}
