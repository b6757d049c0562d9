import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Keys of the whole page; while something is typed only Escape counts, and it ends the typing.
 *
 * Heard as soon as the page is drawn: a key pressed before the first frame is not lost.
 */
export function useKeys(actions: Readonly<Record<string, () => void>>): void {
  const latest = useRef(actions);
  latest.current = actions;
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const { target } = event;
      if (isTyping(target)) {
        if (event.key === 'Escape' && target instanceof HTMLElement) target.blur();
        return;
      }
      if (event.key === 'Enter' && target instanceof HTMLElement && target.closest('a, button, summary') !== null)
        return;
      const action = Object.hasOwn(latest.current, event.key) ? latest.current[event.key] : undefined;
      if (action === undefined) return;
      event.preventDefault();
      action();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}

export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, select, textarea') !== null;
}
