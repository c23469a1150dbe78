//! Distances on the globe.

/// Kilometres between two points, each in degrees north and east; along a great circle of a round earth, which is
/// right to half a per cent.
pub fn distance(a: (f32, f32), b: (f32, f32)) -> f64 {
    /// Mean radius of the earth in kilometres.
    const RADIUS: f64 = 6371.0;
    let radians = |(lat, lon): (f32, f32)| (f64::from(lat).to_radians(), f64::from(lon).to_radians());
    let ((lat_a, lon_a), (lat_b, lon_b)) = (radians(a), radians(b));
    let half = |x: f64| (x / 2.0).sin().powi(2);
    let chord = half(lat_b - lat_a) + lat_a.cos() * lat_b.cos() * half(lon_b - lon_a);
    2.0 * RADIUS * chord.sqrt().min(1.0).asin()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_distances() {
        let (damascus, aleppo, suva, apia) =
            ((33.51, 36.29), (36.2, 37.16), (-18.14, 178.44), (-13.83, -171.77));
        assert!((distance(damascus, aleppo) - 309.0).abs() < 5.0);
        // Across the date line.
        assert!((distance(suva, apia) - 1140.0).abs() < 20.0);
        assert!(distance(damascus, damascus) < 1e-6);
    }
}
