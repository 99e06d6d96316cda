"""A line as a small SVG."""

from xml.sax.saxutils import escape

WIDTH, HEIGHT, LEFT, TOP, RIGHT, BOTTOM = 720, 300, 60, 40, 20, 40
MOST_POINTS = 600


def drawing(points, title, across, up):
    """`points` are (x, y), in ascending x; both axes begin at 0."""
    step = max(1, len(points) // MOST_POINTS)
    points = points[::step] + points[-1:]
    (x_step, x_end), (y_step, y_end) = scale(points[-1][0]), scale(max(y for _, y in points))

    def place(x, y):
        return (f"{LEFT + x / x_end * (WIDTH - LEFT - RIGHT):.1f}",
                f"{HEIGHT - BOTTOM - y / y_end * (HEIGHT - TOP - BOTTOM):.1f}")

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>', f'<text x="{LEFT}" y="22">{escape(title)}</text>']
    for number in steps(x_step, x_end):
        x, y = place(number, 0)
        parts.append(f'<text x="{x}" y="{float(y) + 18:.0f}" text-anchor="middle">{number:g}</text>')
    for number in steps(y_step, y_end):
        x, y = place(0, number)
        parts.append(f'<path d="M{x} {y}H{WIDTH - RIGHT}" stroke="#ddd"/>')
        parts.append(f'<text x="{float(x) - 6:.0f}" y="{float(y) + 4:.0f}" text-anchor="end">{number:g}</text>')
    line = " ".join(",".join(place(x, y)) for x, y in points)
    parts += [
        f'<polyline points="{line}" fill="none" stroke="#06c" stroke-width="1.5"/>',
        f'<text x="{WIDTH - RIGHT}" y="{HEIGHT - 6}" text-anchor="end">{escape(across)}</text>',
        f'<text x="8" y="{TOP}">{escape(up)}</text>', "</svg>"]
    return "\n".join(parts) + "\n"


def scale(most):
    """A step of 1, 2 or 5 by a power of ten, and the first multiple of it that is not below `most`, in at most ten steps."""
    for power in range(-3, 12):
        for factor in (1, 2, 5):
            step = factor * 10.0 ** power
            if most <= step * 10:
                count = max(1, -(-most // step))
                return step, step * count
    return most, most


def steps(step, end):
    return [step * number for number in range(round(end / step) + 1)]
