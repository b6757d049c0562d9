/** Where the parts of a text that was put together stood in the text that they were taken from. */
export interface Placements {
  /** From this offset of the new text on, it is the old text from that offset on. In ascending order. */
  readonly add: (at: number, from: number) => void;
  /** The offset in the old text. */
  readonly of: (at: number) => number;
}

export function placements(): Placements {
  const ats: number[] = [];
  const froms: number[] = [];
  return {
    add: (at, from) => {
      ats.push(at);
      froms.push(from);
    },
    of: (at) => {
      let low = 0;
      let high = ats.length;
      while (high - low > 1) {
        const middle = (low + high) >>> 1;
        if ((ats[middle] ?? 0) <= at) low = middle;
        else high = middle;
      }
      return (froms[low] ?? 0) + at - (ats[low] ?? 0);
    },
  };
}
