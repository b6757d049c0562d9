/** Of 240.0.0.0/4, which no network routes (RFC 1112); the documentation's addresses are set aside as examples. */
export const UNROUTED = '243.115.38.27';
