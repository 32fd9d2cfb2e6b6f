/** A wait that ends when somebody knocks or the time is over; a knock before the wait is not lost. */
export function createWakeUp() {
  let knocked = false;
  let end: (() => void) | undefined;
  return {
    knock(): void {
      knocked = true;
      end?.();
    },
    /** Waits at most `ms`, without limit when undefined. */
    async wait(ms?: number): Promise<void> {
      if (!knocked) {
        await new Promise<void>((resolve) => {
          const timer = ms === undefined ? undefined : setTimeout(resolve, ms);
          end = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      knocked = false;
      end = undefined;
    },
  };
}

export type WakeUp = ReturnType<typeof createWakeUp>;
