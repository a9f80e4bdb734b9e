/** The canvas on which the graph is drawn, and what hand and keyboard do on it. */

import { type Camera, fitted, type Size, toPicture, toScreen, zoomed } from "./camera.ts";
import { paint } from "./canvas-renderer.ts";
import type { Palette } from "./colours.ts";
import type { GraphLayout } from "./layout.ts";
import type { GraphModel } from "./model.ts";
import { nextBy } from "./neighbours.ts";
import { readPalette } from "./palette.ts";
import { boundsOf, LABEL_BELOW, RADIUS, type Scene, sceneOf } from "./scene.ts";

/** What the reader does with a cable, by its place among the nodes. */
export interface StageEvents {
  readonly select: (place: number | null) => void;
  readonly open: (place: number) => void;
  readonly grow: (place: number) => void;
}

/** A whole graph that would be smaller than this is not shown whole at first: nothing of it could be read. */
const READABLE = 0.55;
const FIRST_ZOOM = 0.9;

/** A picture file has no longer side than this, in pixels: canvases of all browsers go so far. */
const LONGEST_SIDE = 8192;
const PICTURE_SCALE = 2;

/** The pointer has moved and not clicked, in pixels. */
const DRAG = 4;

export class Stage {
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D;
  readonly #events: StageEvents;
  #palette: Palette = readPalette();
  #model: GraphModel | null = null;
  #scene: Scene | null = null;
  #camera: Camera = { x: 0, y: 0, zoom: 1 };
  #size: Size = { width: 1, height: 1 };
  #selected: number | null = null;
  #hovered: number | null = null;
  #found: ReadonlySet<number> | null = null;
  #drag: { readonly x: number; readonly y: number; readonly camera: Camera; moved: boolean } | null = null;
  #willDraw = false;
  /** Until the reader moves the picture, it is fitted to a page that changes its size. */
  #isWhole = false;

  constructor(canvas: HTMLCanvasElement, events: StageEvents) {
    const context = canvas.getContext("2d");
    if (context === null) throw new Error("this canvas draws nothing");
    this.#canvas = canvas;
    this.#context = context;
    this.#events = events;
    this.#listen();
    new ResizeObserver(() => this.#resize()).observe(canvas);
    this.#resize();
  }

  get scene(): Scene | null {
    return this.#scene;
  }

  get palette(): Palette {
    return this.#palette;
  }

  /** Shows another graph. `fixed` names the cable that stays where it is on the screen; without it the whole is brought into view. */
  show(model: GraphModel, layout: GraphLayout, fixed: string | null): void {
    const before = this.#pointOf(fixed);
    const selected = this.#selected === null ? null : (this.#model?.nodes[this.#selected]?.cable.id ?? null);
    this.#model = model;
    this.#scene = sceneOf(model, layout);
    this.#selected = selected === null ? null : (model.places.get(selected) ?? null);
    this.#found = null;
    this.#hovered = null;
    const after = this.#pointOf(fixed);
    if (before !== null && after !== null) {
      this.#isWhole = false;
      const { x, y, zoom } = this.#camera;
      this.#camera = { x: x + after.x - before.x, y: y + after.y - before.y, zoom };
    } else this.#firstView();
    this.draw();
  }

  fit(): void {
    if (this.#scene === null) return;
    this.#camera = fitted(boundsOf(this.#scene), this.#size);
    this.#isWhole = true;
    this.draw();
  }

  select(place: number | null, { reveal }: { readonly reveal: boolean }): void {
    this.#selected = place;
    if (place !== null && reveal) this.#reveal(place);
    this.draw();
  }

  mark(found: ReadonlySet<number> | null): void {
    this.#found = found;
    this.draw();
  }

  /** The theme changed. */
  repaint(): void {
    this.#palette = readPalette();
    this.draw();
  }

  /** All of the graph as a PNG file, as a data address; null where there is none. */
  png(): string | null {
    if (this.#scene === null) return null;
    const box = boundsOf(this.#scene);
    const [width, height] = [box.right - box.left, box.bottom - box.top];
    const scale = Math.min(PICTURE_SCALE, LONGEST_SIDE / Math.max(width, height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.ceil(width * scale);
    canvas.height = Math.ceil(height * scale);
    const context = canvas.getContext("2d");
    if (context === null) return null;
    context.scale(scale, scale);
    paint(context, {
      scene: this.#scene,
      camera: { ...fitted(box, { width, height }), zoom: 1 },
      size: { width, height },
      palette: this.#palette,
      marks: { selected: null, hovered: null, found: null },
    });
    return canvas.toDataURL("image/png");
  }

  /** Draws with the next frame, however often it is asked for. */
  draw(): void {
    if (this.#willDraw) return;
    this.#willDraw = true;
    requestAnimationFrame(() => {
      this.#willDraw = false;
      if (this.#scene === null) return;
      const scale = devicePixelRatio;
      this.#context.setTransform(scale, 0, 0, scale, 0, 0);
      paint(this.#context, {
        scene: this.#scene,
        camera: this.#camera,
        size: this.#size,
        palette: this.#palette,
        marks: { selected: this.#selected, hovered: this.#hovered, found: this.#found },
      });
    });
  }

  #resize(): void {
    const { clientWidth: width, clientHeight: height } = this.#canvas;
    const isNew = this.#size.width <= 1 || this.#isWhole;
    this.#size = { width: Math.max(1, width), height: Math.max(1, height) };
    this.#canvas.width = Math.round(this.#size.width * devicePixelRatio);
    this.#canvas.height = Math.round(this.#size.height * devicePixelRatio);
    if (isNew) this.#firstView();
    this.draw();
  }

  #firstView(): void {
    if (this.#scene === null || this.#model === null) return;
    this.#camera = fitted(boundsOf(this.#scene), this.#size);
    this.#isWhole = this.#camera.zoom >= READABLE;
    if (this.#isWhole) return;
    const root = this.#scene.nodes[this.#model.root];
    this.#camera = { x: root?.x ?? 0, y: root?.y ?? 0, zoom: FIRST_ZOOM };
  }

  #pointOf(id: string | null): { readonly x: number; readonly y: number } | null {
    const place = id === null ? undefined : this.#model?.places.get(id);
    return place === undefined ? null : (this.#scene?.nodes[place] ?? null);
  }

  #reveal(place: number): void {
    const node = this.#scene?.nodes[place];
    if (node === undefined) return;
    const at = toScreen(this.#camera, this.#size, node.x, node.y);
    const margin = 60;
    const isInside =
      at.x > margin && at.x < this.#size.width - margin && at.y > margin && at.y < this.#size.height - margin;
    if (isInside) return;
    this.#camera = { x: node.x, y: node.y, zoom: Math.max(this.#camera.zoom, READABLE) };
    this.#isWhole = false;
  }

  /** The cable below a point of the canvas, its label included. */
  #at(x: number, y: number): number | null {
    const { nodes } = this.#scene ?? { nodes: [] };
    const point = toPicture(this.#camera, this.#size, x, y);
    const reach = Math.max(RADIUS + 5, 8 / this.#camera.zoom);
    let best: number | null = null;
    let nearest = Number.POSITIVE_INFINITY;
    nodes.forEach((node, place) => {
      const [dx, dy] = [Math.abs(node.x - point.x), point.y - node.y];
      const isOnLabel = dx < 36 && dy > 0 && dy < LABEL_BELOW + 3;
      const distance = Math.hypot(dx, dy);
      if ((distance <= reach || isOnLabel) && distance < nearest) {
        best = place;
        nearest = distance;
      }
    });
    return best;
  }

  #listen(): void {
    const canvas = this.#canvas;
    canvas.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) return;
      canvas.setPointerCapture(event.pointerId);
      this.#drag = { x: event.offsetX, y: event.offsetY, camera: this.#camera, moved: false };
    });
    canvas.addEventListener("pointermove", (event) => this.#pointerMoved(event));
    canvas.addEventListener("pointerup", (event) => {
      const wasClick = this.#drag !== null && !this.#drag.moved;
      this.#drag = null;
      canvas.style.cursor = "";
      if (wasClick) this.#clicked(event);
    });
    canvas.addEventListener("pointercancel", () => {
      this.#drag = null;
    });
    canvas.addEventListener("dblclick", (event) => {
      const place = this.#at(event.offsetX, event.offsetY);
      if (place !== null) this.#events.open(place);
    });
    canvas.addEventListener(
      "wheel",
      (event) => {
        event.preventDefault();
        const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 33 : 1;
        const factor = Math.exp(-Math.max(-300, Math.min(300, event.deltaY * lines)) / 500);
        this.#camera = zoomed(this.#camera, this.#size, { x: event.offsetX, y: event.offsetY }, factor);
        this.#isWhole = false;
        this.draw();
      },
      { passive: false },
    );
    canvas.addEventListener("keydown", (event) => this.#key(event));
  }

  #pointerMoved(event: PointerEvent): void {
    if (this.#drag === null) {
      const hovered = this.#at(event.offsetX, event.offsetY);
      if (hovered === this.#hovered) return;
      this.#hovered = hovered;
      this.#canvas.style.cursor = hovered === null ? "" : "pointer";
      this.draw();
      return;
    }
    const { x, y, camera } = this.#drag;
    const [dx, dy] = [event.offsetX - x, event.offsetY - y];
    if (!this.#drag.moved && Math.hypot(dx, dy) < DRAG) return;
    this.#drag.moved = true;
    this.#isWhole = false;
    this.#canvas.style.cursor = "grabbing";
    this.#camera = { ...camera, x: camera.x - dx / camera.zoom, y: camera.y - dy / camera.zoom };
    this.draw();
  }

  /** A click chooses a cable; one on the cable that is chosen, or on its `+4`, brings in its neighbours. */
  #clicked(event: PointerEvent): void {
    const place = this.#at(event.offsetX, event.offsetY);
    const isAgain = place !== null && place === this.#selected && event.detail < 2;
    this.#events.select(place);
    if (place !== null && isAgain && (this.#model?.nodes[place]?.hidden ?? 0) > 0) this.#events.grow(place);
  }

  #key(event: KeyboardEvent): void {
    const from = this.#selected ?? this.#model?.root ?? null;
    if (this.#model === null || this.#scene === null || from === null || event.ctrlKey || event.metaKey || event.altKey)
      return;
    const step = 60 / this.#camera.zoom;
    const pan = PANS[event.key];
    if (event.shiftKey && pan !== undefined) {
      this.#camera = { ...this.#camera, x: this.#camera.x + pan[0] * step, y: this.#camera.y + pan[1] * step };
      this.#isWhole = false;
      this.draw();
    } else if (pan !== undefined) {
      const next = this.#selected === null ? from : nextBy(this.#scene, this.#model, from, pan);
      this.#events.select(next);
      this.#reveal(next);
    } else if (event.key === "Enter") this.#events.open(from);
    else if (event.key === "+" || event.key === " ") this.#events.grow(from);
    else if (event.key === "Escape") this.#events.select(null);
    else if (event.key === "0") this.fit();
    else if (event.key === "PageUp" || event.key === "PageDown") {
      const middle = { x: this.#size.width / 2, y: this.#size.height / 2 };
      this.#camera = zoomed(this.#camera, this.#size, middle, event.key === "PageUp" ? 1.25 : 0.8);
      this.#isWhole = false;
      this.draw();
    } else return;
    event.preventDefault();
  }
}

const PANS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
