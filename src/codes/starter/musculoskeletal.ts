/** Diseases of the musculoskeletal system. See parse-catalogue.ts for the format. */
export const MUSCULOSKELETAL = `
M05 Rheumatoid arthritis with rheumatoid factor
M05.9 Rheumatoid arthritis with rheumatoid factor, unspecified
M06 Other rheumatoid arthritis
M06.0 Rheumatoid arthritis without rheumatoid factor
M06.00 Rheumatoid arthritis without rheumatoid factor, unspecified site
M06.09 Rheumatoid arthritis without rheumatoid factor, multiple sites
M06.9 Rheumatoid arthritis, unspecified
M10 Gout
x2 chronic gout (M1A.-)
M10.0 Idiopathic gout
M10.00 Idiopathic gout, unspecified site
M10.07 Idiopathic gout, ankle and foot
M10.07[129] Idiopathic gout, @ ankle and foot
M10.9 Gout, unspecified
= Gout NOS
M15 Polyosteoarthritis
x1 bilateral involvement of single joint (M16-M19)
M15.0 Primary generalized (osteo)arthritis
M15.9 Polyosteoarthritis, unspecified
= Generalized osteoarthritis NOS
M16 Osteoarthritis of hip
M16.0 Bilateral primary osteoarthritis of hip
M16.1 Unilateral primary osteoarthritis of hip
M16.10 Unilateral primary osteoarthritis, unspecified hip
M16.1[12] Unilateral primary osteoarthritis, @ hip
M16.9 Osteoarthritis of hip, unspecified
M17 Osteoarthritis of knee
M17.0 Bilateral primary osteoarthritis of knee
M17.1 Unilateral primary osteoarthritis of knee
M17.10 Unilateral primary osteoarthritis, unspecified knee
M17.1[12] Unilateral primary osteoarthritis, @ knee
M17.2 Bilateral post-traumatic osteoarthritis of knee
M17.3 Unilateral post-traumatic osteoarthritis of knee
M17.30 Unilateral post-traumatic osteoarthritis, unspecified knee
M17.3[12] Unilateral post-traumatic osteoarthritis, @ knee
M17.4 Other bilateral secondary osteoarthritis of knee
M17.5 Other unilateral secondary osteoarthritis of knee
M17.9 Osteoarthritis of knee, unspecified
M18 Osteoarthritis of first carpometacarpal joint
M18.0 Bilateral primary osteoarthritis of first carpometacarpal joints
M18.1 Unilateral primary osteoarthritis of first carpometacarpal joint
M18.10 Unilateral primary osteoarthritis of first carpometacarpal joint, unspecified hand
M18.1[12] Unilateral primary osteoarthritis of first carpometacarpal joint, @ hand
M18.9 Osteoarthritis of first carpometacarpal joint, unspecified
M19 Other and unspecified osteoarthritis
x1 polyarthritis (M15.-)
M19.0 Primary osteoarthritis of other joints
M19.01 Primary osteoarthritis, shoulder
M19.01[129] Primary osteoarthritis, @ shoulder
M19.04 Primary osteoarthritis, hand
M19.04[129] Primary osteoarthritis, @ hand
M19.07 Primary osteoarthritis ankle and foot
M19.07[129] Primary osteoarthritis, @ ankle and foot
M19.9 Osteoarthritis, unspecified site
M19.90 Unspecified osteoarthritis, unspecified site
M19.91 Primary osteoarthritis, unspecified site
M20 Acquired deformities of fingers and toes
M20.1 Hallux valgus (acquired)
M20.10 Hallux valgus (acquired), unspecified foot
M20.1[12] Hallux valgus (acquired), @ foot
M22 Disorder of patella
M22.2 Patellofemoral disorders
M22.2X Patellofemoral disorders
M22.2X[12] Patellofemoral disorders, @ knee
M22.2X9 Patellofemoral disorders, unspecified knee
M22.4 Chondromalacia patellae
M22.40 Chondromalacia patellae, unspecified knee
M22.4[12] Chondromalacia patellae, @ knee
M25 Other joint disorder, not elsewhere classified
M25.4 Effusion of joint
M25.46 Effusion, knee
M25.46[129] Effusion, @ knee
M25.5 Pain in joint
M25.50 Pain in unspecified joint
M25.51 Pain in shoulder
M25.51[129] Pain in @ shoulder
M25.52 Pain in elbow
M25.52[129] Pain in @ elbow
M25.53 Pain in wrist
M25.53[129] Pain in @ wrist
M25.54 Pain in joints of hand
M25.54[12] Pain in joints of @ hand
M25.549 Pain in joints of unspecified hand
M25.55 Pain in hip
M25.55[129] Pain in @ hip
M25.56 Pain in knee
M25.56[129] Pain in @ knee
M25.57 Pain in ankle and joints of foot
M25.57[129] Pain in @ ankle and joints of @ foot
M25.6 Stiffness of joint, not elsewhere classified
M25.61 Stiffness of shoulder, not elsewhere classified
M25.61[129] Stiffness of @ shoulder, not elsewhere classified
M32 Systemic lupus erythematosus (SLE)
M32.9 Systemic lupus erythematosus, unspecified
M35 Other systemic involvement of connective tissue
M35.3 Polymyalgia rheumatica
M41 Scoliosis
M41.9 Scoliosis, unspecified
M47 Spondylosis
M47.8 Other spondylosis
M47.81 Spondylosis without myelopathy or radiculopathy
M47.812 Spondylosis without myelopathy or radiculopathy, cervical region
M47.816 Spondylosis without myelopathy or radiculopathy, lumbar region
M47.817 Spondylosis without myelopathy or radiculopathy, lumbosacral region
M47.9 Spondylosis, unspecified
M48 Other spondylopathies
M48.0 Spinal stenosis
M48.00 Spinal stenosis, site unspecified
M48.02 Spinal stenosis, cervical region
M48.06 Spinal stenosis, lumbar region
M48.061 Spinal stenosis, lumbar region without neurogenic claudication
M48.062 Spinal stenosis, lumbar region with neurogenic claudication
M50 Cervical disc disorders
M50.3 Other cervical disc degeneration
M50.30 Other cervical disc degeneration, unspecified cervical region
M51 Thoracic, thoracolumbar, and lumbosacral intervertebral disc disorders
M51.1 Thoracic, thoracolumbar and lumbosacral intervertebral disc disorders with radiculopathy
x1 lumbar radiculitis NOS (M54.16); sciatica NOS (M54.3)
M51.16 Intervertebral disc disorders with radiculopathy, lumbar region
M51.17 Intervertebral disc disorders with radiculopathy, lumbosacral region
M51.2 Other thoracic, thoracolumbar and lumbosacral intervertebral disc displacement
M51.26 Other intervertebral disc displacement, lumbar region
M51.27 Other intervertebral disc displacement, lumbosacral region
M51.3 Other thoracic, thoracolumbar and lumbosacral intervertebral disc degeneration
M51.36 Other intervertebral disc degeneration, lumbar region
M51.360>2025 Other intervertebral disc degeneration, lumbar region with discogenic back pain only
M51.361>2025 Other intervertebral disc degeneration, lumbar region with lower extremity pain only
M51.362>2025 Other intervertebral disc degeneration, lumbar region with discogenic back pain and lower extremity pain
M51.369>2025 Other intervertebral disc degeneration, lumbar region without mention of lumbar back pain or lower extremity pain
M54 Dorsalgia
x1 psychogenic dorsalgia (F45.41)
M54.1 Radiculopathy
M54.10 Radiculopathy, site unspecified
M54.12 Radiculopathy, cervical region
M54.16 Radiculopathy, lumbar region
M54.17 Radiculopathy, lumbosacral region
M54.2 Cervicalgia
x1 cervicalgia due to intervertebral cervical disc disorder (M50.-)
M54.3 Sciatica
x1 lesion of sciatic nerve (G57.0); sciatica due to intervertebral disc disorder (M51.1-); sciatica with lumbago (M54.4-)
M54.30 Sciatica, unspecified side
M54.3[12] Sciatica, @ side
M54.4 Lumbago with sciatica
x1 lumbago with sciatica due to intervertebral disc disorder (M51.1-)
M54.40 Lumbago with sciatica, unspecified side
M54.4[12] Lumbago with sciatica, @ side
M54.5 Low back pain
x1 low back strain (S39.012); lumbago due to intervertebral disc displacement (M51.2-); lumbago with sciatica (M54.4-)
M54.50>2022 Low back pain, unspecified
M54.51>2022 Vertebrogenic low back pain
M54.59>2022 Other low back pain
M54.6 Pain in thoracic spine
M54.9 Dorsalgia, unspecified
= Backache NOS; Back pain NOS
M62 Other disorders of muscle
M62.8 Other specified disorders of muscle
M62.81 Muscle weakness (generalized)
M62.82 Rhabdomyolysis
M62.83 Muscle spasm
M62.830 Muscle spasm of back
M62.838 Other muscle spasm
M65 Synovitis and tenosynovitis
M65.3 Trigger finger
M65.30 Trigger finger, unspecified finger
M65.4 Radial styloid tenosynovitis [de Quervain]
M70 Soft tissue disorders related to use, overuse and pressure
M70.6 Trochanteric bursitis
M70.60 Trochanteric bursitis, unspecified hip
M70.6[12] Trochanteric bursitis, @ hip
M72 Fibroblastic disorders
M72.2 Plantar fascial fibromatosis
= Plantar fasciitis
M75 Shoulder lesions
M75.0 Adhesive capsulitis of shoulder
M75.00 Adhesive capsulitis of unspecified shoulder
M75.0[12] Adhesive capsulitis of @ shoulder
M75.1 Rotator cuff tear or rupture, not specified as traumatic
M75.10 Unspecified rotator cuff tear or rupture, not specified as traumatic
M75.100 Unspecified rotator cuff tear or rupture of unspecified shoulder, not specified as traumatic
M75.10[12] Unspecified rotator cuff tear or rupture of @ shoulder, not specified as traumatic
M75.12 Complete rotator cuff tear or rupture not specified as traumatic
M75.120 Complete rotator cuff tear or rupture of unspecified shoulder, not specified as traumatic
M75.12[12] Complete rotator cuff tear or rupture of @ shoulder, not specified as traumatic
M75.4 Impingement syndrome of shoulder
M75.40 Impingement syndrome of unspecified shoulder
M75.4[12] Impingement syndrome of @ shoulder
M75.5 Bursitis of shoulder
M75.50 Bursitis of unspecified shoulder
M75.5[12] Bursitis of @ shoulder
M76 Enthesopathies, lower limb, excluding foot
M76.6 Achilles tendinitis
M76.60 Achilles tendinitis, unspecified leg
M76.6[12] Achilles tendinitis, @ leg
M77 Other enthesopathies
M77.0 Medial epicondylitis
M77.00 Medial epicondylitis, unspecified elbow
M77.0[12] Medial epicondylitis, @ elbow
M77.1 Lateral epicondylitis
= Tennis elbow
M77.10 Lateral epicondylitis, unspecified elbow
M77.1[12] Lateral epicondylitis, @ elbow
M79 Other and unspecified soft tissue disorders, not elsewhere classified
M79.1 Myalgia
M79.10 Myalgia, unspecified site
M79.18 Myalgia, other site
M79.6 Pain in limb, hand, foot, fingers and toes
M79.60 Pain in limb, unspecified
M79.60[12] Pain in @ arm
M79.603 Pain in arm, unspecified
M79.604 Pain in right leg
M79.605 Pain in left leg
M79.606 Pain in leg, unspecified
M79.609 Pain in unspecified limb
M79.64 Pain in hand and fingers
M79.64[12] Pain in @ hand
M79.643 Pain in unspecified hand
M79.67 Pain in foot and toes
M79.67[12] Pain in @ foot
M79.673 Pain in unspecified foot
M79.7 Fibromyalgia
M79.8 Other specified soft tissue disorders
M79.89 Other specified soft tissue disorders
M80 Osteoporosis with current pathological fracture
7 pathological
M80.0 Age-related osteoporosis with current pathological fracture
M80.08 Age-related osteoporosis with current pathological fracture, vertebra(e)
M81 Osteoporosis without current pathological fracture
x1 osteoporosis with current pathological fracture (M80.-)
M81.0 Age-related osteoporosis without current pathological fracture
= Osteoporosis NOS; Postmenopausal osteoporosis without current pathological fracture
M81.8 Other osteoporosis without current pathological fracture
M85 Other disorders of bone density and structure
M85.8 Other specified disorders of bone density and structure
M85.80 Other specified disorders of bone density and structure, unspecified site
M86 Osteomyelitis
M86.9 Osteomyelitis, unspecified
`;
