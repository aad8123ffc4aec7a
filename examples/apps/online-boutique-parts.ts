/** One program of the shop: what it says of itself, and what it needs. */
export interface Part {
  /** The port of its Service. */
  readonly port: number;
  /** The port that it listens on, if it is another one. */
  readonly targetPort?: number;
  /** The parts that it calls: `PRODUCT_CATALOG` is productcatalogservice. */
  readonly calls?: readonly string[];
  readonly env?: { readonly [name: string]: string };
  /** Thousandths of a CPU: what it asks for, and what it may take. */
  readonly cpu: readonly [request: number, limit: number];
  /** The same in MiB of memory. */
  readonly memory: readonly [request: number, limit: number];
  /** Seconds until it is worth asking whether it is ready. */
  readonly startsIn?: number;
}

const SMALL = { cpu: [100, 200], memory: [64, 128] } as const;
const QUIET = { DISABLE_PROFILER: '1' };

/** All parts that are called. The frontend speaks HTTP, the others gRPC. */
export const PARTS = {
  adservice: { port: 9555, cpu: [200, 300], memory: [180, 300], startsIn: 20 },
  cartservice: {
    port: 7070,
    env: { REDIS_ADDR: 'redis-cart:6379' },
    cpu: [200, 300],
    memory: [64, 128],
    startsIn: 15,
  },
  checkoutservice: {
    port: 5050,
    calls: ['CART', 'CURRENCY', 'EMAIL', 'PAYMENT', 'PRODUCT_CATALOG', 'SHIPPING'],
    ...SMALL,
  },
  currencyservice: { port: 7000, env: QUIET, ...SMALL },
  emailservice: { port: 5000, targetPort: 8080, env: QUIET, ...SMALL },
  frontend: {
    port: 80,
    targetPort: 8080,
    // The assistant is not part of the shop, but without its address the frontend does not start.
    calls: [
      'AD',
      'CART',
      'CHECKOUT',
      'CURRENCY',
      'PRODUCT_CATALOG',
      'RECOMMENDATION',
      'SHIPPING',
      'SHOPPING_ASSISTANT',
    ],
    env: { ENABLE_PROFILER: '0' },
    ...SMALL,
    startsIn: 10,
  },
  paymentservice: { port: 50051, env: QUIET, ...SMALL },
  productcatalogservice: { port: 3550, env: QUIET, ...SMALL },
  recommendationservice: {
    port: 8080,
    calls: ['PRODUCT_CATALOG'],
    env: QUIET,
    cpu: [100, 200],
    memory: [220, 450],
  },
  shippingservice: { port: 50051, env: QUIET, ...SMALL },
} satisfies { [name: string]: Part };
