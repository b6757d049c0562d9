const CONFIDENCE = 0.95;
/** Halvings until a share is exact to more digits than are shown. */
const HALVINGS = 60;

/**
 * The exact two-sided 95 % interval of a share of which `hits` of `draws` were seen; null where nothing was drawn.
 *
 * Clopper and Pearson, Biometrika 26, 1934: the shares at which so many hits or more, and so many or fewer, have 2.5 % each. At
 * least 95 % sure, often more. It takes what was drawn for a random draw. For draws in the hundreds; the sums are written out.
 */
export function binomialInterval(hits: number, draws: number): readonly [number, number] | null {
  if (draws === 0) return null;
  const tail = (1 - CONFIDENCE) / 2;
  const low = hits === 0 ? 0 : shareAt((share) => 1 - atMost(hits - 1, draws, share) >= tail);
  const high = hits === draws ? 1 : shareAt((share) => atMost(hits, draws, share) <= tail);
  return [low, high];
}

/** The smallest share for which it holds, where it holds for all larger ones. */
function shareAt(holds: (share: number) => boolean): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < HALVINGS; step += 1) {
    const middle = (low + high) / 2;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}

/** The chance of at most `hits` in `draws`, for a share strictly between 0 and 1. */
function atMost(hits: number, draws: number, share: number): number {
  let logTerm = draws * Math.log1p(-share);
  let sum = Math.exp(logTerm);
  for (let count = 1; count <= hits; count += 1) {
    logTerm += Math.log((draws - count + 1) / count) + Math.log(share) - Math.log1p(-share);
    sum += Math.exp(logTerm);
  }
  return Math.min(1, sum);
}
